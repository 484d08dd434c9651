import type { FastifyInstance } from 'fastify'

const secretMembers = new Set([
  ...['password', 'newPassword', 'currentPassword', 'code', 'answer', 'secret', 'uri', 'session'],
  ...['accessToken', 'idToken', 'refreshToken', 'challengeToken', 'signUpToken', 'deviceToken'],
])

/** What is shorter may well stand somewhere by chance, and counts as a whole value only. */
const tellingLength = 12

/** Every secret in what goes in or out as JSON. The code of a refusal is none. */
const secretsIn = (value: unknown, name = ''): readonly string[] => {
  if (typeof value === 'string') {
    const isRefusal = name === 'code' && /^[A-Z_]+$/.test(value)
    return secretMembers.has(name) && !isRefusal ? [value] : []
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => secretsIn(each, key))
}

const valuesOf = (cookies: readonly string[]): readonly string[] =>
  cookies.map((cookie) => cookie.slice(cookie.indexOf('=') + 1))

type Headers = Readonly<Record<string, unknown>>

/** Credentials, cookies, and whatever is named after a token. */
const secretsInHeaders = (headers: Headers): readonly string[] => {
  const { authorization = '', cookie = '', 'set-cookie': setCookie = [] } = headers
  const sent = String(cookie).split('; ')
  const set = [setCookie].flat().map((each) => String(each).split(';')[0] ?? '')
  const named = Object.entries(headers).filter(([name]) => /token/i.test(name))
  return [
    String(authorization).replace(/^\w+ /, ''),
    ...valuesOf([...sent, ...set]),
    ...named.map(([, value]) => String(value)),
  ]
}

const fromJson = (text: unknown): unknown => {
  try {
    return JSON.parse(String(text))
  } catch {
    return undefined
  }
}

const isIn = (text: string, secret: string): boolean => {
  if (secret.length >= tellingLength) return text.includes(secret)
  return [',', ']', '}'].some((end) => text.includes(JSON.stringify(secret) + end))
}

/** A logger of everything, and what stands in it that is secret in what the app was sent or has answered. */
export const checkLog = () => {
  const lines: string[] = []
  const secrets = new Set<string>()
  const add = (found: readonly string[]) => {
    for (const secret of found) if (secret) secrets.add(secret)
  }
  return {
    logger: { level: 'trace', stream: { write: (line: string) => void lines.push(line) } },
    watch: (app: FastifyInstance): void => {
      app.addHook('onRequest', async ({ headers }) => add(secretsInHeaders(headers)))
      app.addHook('preValidation', async ({ body }) => add(secretsIn(body)))
      app.addHook('onSend', async (_request, _reply, payload) => add(secretsIn(fromJson(payload))))
      app.addHook('onResponse', async (_request, reply) =>
        add(secretsInHeaders(reply.getHeaders())),
      )
    },
    leaks: (): readonly string[] => {
      // JSON in a text has its quotes escaped.
      const text = lines.join('').replaceAll('\\"', '"')
      return [...secrets].filter((secret) => isIn(text, secret))
    },
  }
}
