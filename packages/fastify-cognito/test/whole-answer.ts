import type { LightMyRequestResponse } from 'fastify'

/** A cookie as far as somebody without its key can tell it from another. */
const describeCookie = (cookie: string) => {
  const [pair = '', ...attributes] = cookie.split('; ')
  const [name = '', value = ''] = pair.split('=', 2)
  return [`${name} of ${value.length} letters`, ...attributes].join('; ')
}

const describeTokens = (answer: Record<string, unknown>) =>
  Object.fromEntries(
    ['signUpToken', 'challengeToken'].flatMap((name) => {
      const token = answer[name]
      return typeof token === 'string' ? [[name, `${token.length} letters`]] : []
    }),
  )

/** Everything that a client sees; of what is sealed, no more than its length. */
export const wholeAnswer = ({ statusCode, headers, body }: LightMyRequestResponse) => {
  const { date: _date, 'set-cookie': cookies = [], ...rest } = headers
  const answer = body ? JSON.parse(body) : undefined
  return {
    statusCode,
    headers: rest,
    cookies: [cookies].flat().map(describeCookie),
    body: answer && { ...answer, ...describeTokens(answer) },
  }
}
