import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { TestUserPool } from '@x/cognito-testing'
import { onTestFinished } from 'vitest'
import { secret } from '../start-app.ts'

export interface Service {
  get(path: string, cookie?: string): Promise<Response>
  post(path: string, body?: object, cookie?: string): Promise<Response>
  /** How far its clock is ahead of this one's, in seconds. */
  setAhead(seconds: number): Promise<void>
  kill(): Promise<void>
}

const entry = fileURLToPath(new URL('service.js', import.meta.url))

/** Another process that serves the same pool, ended when the test is over. */
export const startService = async ({
  pool,
  endpoint,
  ...more
}: {
  pool: TestUserPool
  /** Where the pool listens. */
  endpoint: string
  redisUrl?: string
  rateLimits?: object
}): Promise<Service> => {
  const { userPoolId, clientId, jwks } = pool.options
  const settings = { pool: { userPoolId, clientId, jwks, endpoint }, secret, ...more }
  const child = fork(entry, {
    execArgv: [],
    env: { ...process.env, SERVICE: JSON.stringify(settings) },
  })
  onTestFinished(() => endOf(child))
  const [{ url }] = await Promise.race([once(child, 'message'), failed(child)])
  const send = (method: string) => (path: string, cookie?: string, body?: object) =>
    fetch(`${url}${path}`, {
      method,
      headers: {
        'sec-fetch-site': 'same-origin',
        ...(cookie && { cookie }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
  return {
    get: send('GET'),
    post: (path, body, cookie) => send('POST')(path, cookie, body),
    setAhead: async (ahead) => {
      child.send({ ahead })
      await once(child, 'message')
    },
    kill: () => endOf(child),
  }
}

const failed = async (child: ChildProcess): Promise<never> => {
  const [code] = await once(child, 'exit')
  throw new Error(`the service ended with ${code}`)
}

const endOf = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

/** What a browser would send back. */
export const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')
