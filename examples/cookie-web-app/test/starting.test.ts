import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { createTestUserPool } from '@x/cognito-testing'
import { describe, expect, it, onTestFinished } from 'vitest'

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url))

describe('starting the service', () => {
  it('prints the address, who may sign in, and where codes are read', async () => {
    const demo = await start({ PORT: '0' })
    const url = /Cookie web app on (http:\/\/localhost:\d+)/.exec(demo.output())?.[1]
    expect(demo.output()).toMatch(/ada@example\.com +Analytical-Engine-1 +no second step\n/)
    expect(demo.output()).toMatch(/grace@example\.com +Compiler-A-0 .*TOTP secret [A-Z2-7]{32}\n/)
    expect(demo.output()).toMatch(/edsger@example\.com +Shortest-Path-59 +code by e-mail\n/)
    expect(demo.output()).toMatch(/hedy@example\.com +\(none\) +no password at all\n/)
    expect(demo.output()).toMatch(/barbara@example\.com +Temporary-1 +new password\n/)
    expect(demo.output()).toMatch(/katherine@example\.com +Trajectory-1962 +confirm the account\n/)
    expect(demo.output()).toContain(`Codes "sent by mail", and the code of the app: ${url}/inbox\n`)
    expect(demo.output()).toContain('SESSION_SECRET keeps them')
    expect((await fetch(`${url}/inbox`)).status).toBe(200)

    expect(await demo.stop('SIGTERM')).toEqual({ code: 0, signal: null })
    expect(demo.errors()).toBe('')
  })

  it('stops cleanly at Ctrl+C, and at once where it is pressed again', async () => {
    const demo = await start({ PORT: '0' })
    demo.child.kill('SIGINT')
    // The second comes before it has closed, or after.
    expect([
      { code: 0, signal: null },
      { code: null, signal: 'SIGINT' },
    ]).toContainEqual(await demo.stop('SIGINT'))
    expect(demo.errors()).toBe('')
  })

  it.each([
    ['an app client that has a secret', { secret: true as const }],
    ['a public app client', {}],
  ])(
    'runs on the pool that the environment names, by %s, without an inbox',
    async (_by, client) => {
      const ada = { username: 'ada@elsewhere.example', password: 'Analytical-Engine-1' }
      const pool = createTestUserPool({
        signInWith: ['email'],
        clients: [client],
        users: [ada],
      })
      const endpoint = await pool.listen()
      onTestFinished(() => endpoint.close())
      const { userPoolId, clientId, clientSecret } = pool.options
      expect(clientSecret !== undefined).toBe('secret' in client)
      const service = await start({
        PORT: '0',
        COGNITO_USER_POOL_ID: userPoolId,
        COGNITO_APP_CLIENT_ID: clientId,
        ...(clientSecret && { COGNITO_APP_CLIENT_SECRET: clientSecret }),
        COGNITO_ENDPOINT: endpoint.url,
        SESSION_SECRET: 'a secret for tests only, and long enough',
        AWS_REGION: 'eu-west-1',
      })
      expect(service.output()).toContain(`Users are those of ${userPoolId} on Amazon Cognito.`)
      expect(service.output()).toContain('Sessions are sealed with SESSION_SECRET.')
      for (const absent of ['/inbox', '@example.com', 'a secret for tests']) {
        expect(service.output()).not.toContain(absent)
      }
      if (clientSecret) expect(service.output()).not.toContain(clientSecret)

      const url = /http:\/\/localhost:\d+/.exec(service.output())?.[0]
      expect((await fetch(`${url}/inbox`)).status).toBe(404)
      expect(await (await fetch(`${url}/api/session`)).json()).toEqual({
        user: null,
        ways: ['choice'],
        tracksSessions: false,
        customAttributes: [],
      })
      const signedIn = await fetch(`${url}/auth/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(ada),
      })
      expect(await signedIn.json()).toMatchObject({ status: 'signed-in' })
      await service.stop('SIGTERM')
      expect(service.errors()).toBe('')
    },
  )

  it.each<[problem: string, env: Record<string, string>, line: RegExp]>([
    [
      'a port that is none',
      { PORT: 'abc' },
      /^PORT: "abc" is no port; give a number .*PORT=3001\.$/,
    ],
    [
      'session tracking that is neither on nor off',
      { COGNITO_SESSION_TRACKING: 'yes' },
      /^COGNITO_SESSION_TRACKING: "yes" should be on where the user pool tracks sessions, else off\./,
    ],
    ['a port out of range', { PORT: '65536' }, /^PORT: "65536" is no port; /],
    [
      'a pool without an app client',
      { COGNITO_USER_POOL_ID: 'eu-west-1_AbCdEf123' },
      /^COGNITO_APP_CLIENT_ID: is missing; /,
    ],
    [
      'an app client without a pool',
      { COGNITO_APP_CLIENT_ID: '1h57kf5cpq17m0eml12EXAMPLE' },
      /^COGNITO_USER_POOL_ID: is missing; /,
    ],
    [
      'a client secret alone',
      { COGNITO_APP_CLIENT_SECRET: 'not-to-be-seen-not-to-be-seen' },
      /^COGNITO_USER_POOL_ID: is missing; /,
    ],
    [
      'a malformed pool id',
      { COGNITO_USER_POOL_ID: 'nonsense', COGNITO_APP_CLIENT_ID: 'x' },
      /^COGNITO_USER_POOL_ID: "nonsense" is not a user pool id/,
    ],
    ['a short session secret', { SESSION_SECRET: 'short' }, /^SESSION_SECRET: is shorter than 32 /],
  ])('refuses %s in one line', async (_problem, env, line) => {
    const { code, output, errors } = await fail(env)
    expect(code).toBe(1)
    expect(output).toBe('')
    expect(errors.trimEnd()).toMatch(line)
    expect(errors.trimEnd()).not.toContain('\n')
    expect(errors).not.toContain('not-to-be-seen')
  })

  it('says which port is taken, and how to choose another', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => {
      server.close()
    })
    await new Promise((resolve) => server.once('listening', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0

    const { code, errors } = await fail({ PORT: String(port) })
    expect(code).toBe(1)
    expect(errors).toMatch(
      new RegExp(`^Port ${port} is taken\\. .*choose another: PORT=\\d+\\.\n$`),
    )
  })
})

interface Started {
  child: ChildProcess
  output(): string
  errors(): string
  ended: Promise<{ code: number | null; signal: string | null }>
}

/** As `pnpm start` does it; none of the Cognito variables of whoever runs the tests is passed on. */
const run = (env: Record<string, string>): Started => {
  expect(existsSync(main), 'build the example first: pnpm --filter cookie-web-app... build').toBe(
    true,
  )
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const written = { output: '', errors: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written.output += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    written.errors += text
  })
  return {
    child,
    output: () => written.output,
    errors: () => written.errors,
    ended: new Promise((resolve) => {
      child.once('close', (code, signal) => resolve({ code, signal }))
    }),
  }
}

/** Resolves once it has said that it listens. */
const start = async (env: Record<string, string>) => {
  const started = run(env)
  await expect
    .poll(() => started.output() + started.errors(), { timeout: 15_000 })
    .toContain('Sessions are sealed')
  return {
    ...started,
    stop: (signal: NodeJS.Signals) => {
      started.child.kill(signal)
      return started.ended
    },
  }
}

const fail = async (env: Record<string, string>) => {
  const { ended, output, errors } = run(env)
  const { code } = await ended
  return { code, output: output(), errors: errors() }
}
