import {
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createTestUserPool, type TestUserPool } from '../src/index.ts'
import { keepDevice, startDeviceProof } from './device-calls.ts'
import { initiate, refusalOf, respond, signInWithSrp } from './sign-in.ts'
import { password } from './signed-in-pool.ts'

const wrongCredentials = 'NotAuthorizedException: Incorrect username or password.'

const poolWith = (timestampTolerance?: number) =>
  createTestUserPool({
    deviceTracking: 'always',
    users: [{ username: 'ann', password }],
    ...(timestampTolerance !== undefined && { timestampTolerance }),
  })

/** As an SRP proof says it: `Mon Jan 5 03:04:05 UTC 2026`. */
const timestampAt = (pool: TestUserPool, offset: number): string => {
  const date = new Date((pool.clock.now() + offset) * 1000)
  const [weekday = '', day, month, year, time] = date.toUTCString().split(' ')
  return `${weekday.slice(0, 3)} ${month} ${Number(day)} ${time} UTC ${year}`
}

const signInAt = (pool: TestUserPool, offset: number) =>
  signInWithSrp(pool, 'ann', password, { TIMESTAMP: timestampAt(pool, offset) })

describe('the time in a proof', () => {
  it.each([-1000, -62, 62, 1000])('may not be off by %d seconds, where 60 are', async (offset) => {
    expect(await refusalOf(signInAt(poolWith(60), offset))).toBe(wrongCredentials)
  })

  it.each([-58, 0, 58])('may be off by %d seconds, where 60 are', async (offset) => {
    expect((await signInAt(poolWith(60), offset)).AuthenticationResult).toBeDefined()
  })

  it("is compared with the pool's, which tests move", async () => {
    const pool = poolWith(60)
    const before = timestampAt(pool, 0)
    pool.clock.advance(300)
    const late = signInWithSrp(pool, 'ann', password, { TIMESTAMP: before })
    expect(await refusalOf(late)).toBe(wrongCredentials)
    expect((await signInAt(pool, 0)).AuthenticationResult).toBeDefined()
  })

  it('may be any time where nothing is said of it', async () => {
    expect((await signInAt(poolWith(), -1_000_000)).AuthenticationResult).toBeDefined()
  })

  it('is looked at in the proof of a device, too', async () => {
    const pool = poolWith(60)
    const { AuthenticationResult } = await signInAt(pool, 0)
    const device = await keepDevice(pool, AuthenticationResult)
    const asked = await initiate(pool, 'USER_PASSWORD_AUTH', {
      USERNAME: 'ann',
      PASSWORD: password,
      DEVICE_KEY: device.key,
    })
    const { answer, proof } = await startDeviceProof(pool, asked, device)
    expect(await refusalOf(respond(pool, answer, proof))).toBe(wrongCredentials)
  })
})

describe('the header Date', () => {
  const dateOf = (headers: Readonly<Record<string, string>>): number =>
    Date.parse(headers['date'] ?? '') / 1000

  /** What the SDK client is answered, also where that is a refusal. */
  const headersOf = async (pool: TestUserPool, typed = password) => {
    const seen: Record<string, string>[] = []
    const command = new InitiateAuthCommand({
      ClientId: pool.options.clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'ann', PASSWORD: typed },
    })
    const { requestHandler } = pool.options.client.config
    const handle = requestHandler.handle.bind(requestHandler)
    const client = new CognitoIdentityProviderClient({
      region: 'us-east-1',
      requestHandler: {
        handle: async (...args: Parameters<typeof handle>) => {
          const result = await handle(...args)
          seen.push(result.response.headers)
          return result
        },
      },
    })
    await client.send(command).catch(() => undefined)
    return seen[0] ?? {}
  }

  it("follows the pool's clock, of answers and refusals alike", async () => {
    const pool = poolWith(60)
    pool.clock.advance(3600)
    for (const typed of [password, 'wrong']) {
      const date = dateOf(await headersOf(pool, typed))
      expect(Math.abs(date - pool.clock.now())).toBeLessThanOrEqual(2)
    }
  })

  it('is not there in the process where the time is not checked', async () => {
    expect(await headersOf(poolWith())).not.toHaveProperty('date')
  })

  it.each([
    [60, 3600],
    [undefined, 0],
  ])('over HTTP, with a tolerance of %s, is %d seconds ahead with the clock', async (...row) => {
    const [tolerance, ahead] = row
    const pool = poolWith(tolerance)
    const server = await pool.listen()
    onTestFinished(() => server.close())
    pool.clock.advance(3600)
    const { headers } = await fetch(server.url, {
      method: 'POST',
      headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.GetUser' },
      body: '{"AccessToken":"x"}',
    })
    const date = Date.parse(headers.get('date') ?? '') / 1000
    expect(Math.abs(date - Date.now() / 1000 - ahead)).toBeLessThanOrEqual(2)
    expect(headers.get('access-control-expose-headers')).toContain('Date')
  })
})
