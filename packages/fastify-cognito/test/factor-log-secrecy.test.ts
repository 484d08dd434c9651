import { createTestUserPool } from '@x/cognito-testing'
import { expect, test } from 'vitest'
import { createBrowser } from './browser.ts'
import { createLog } from './create-log.ts'
import { everyFeature } from './openapi/every-feature.ts'
import { startApp, withBearer, withCookies } from './start-app.ts'
import { totpOf } from './totp-of.ts'

const password = 'Correct-horse-1'
const faults = [
  'timeout',
  'malformed',
  'TooManyRequestsException',
  'InvalidParameterException',
  'ResourceNotFoundException',
] as const

test.each([
  ['cookie', withCookies],
  ['bearer', withBearer],
] as const)(
  'no key of an app, code, passkey, device or session reaches a log, by %s',
  async (_, options) => {
    const pool = createTestUserPool({
      firstFactors: ['password', 'passkey'],
      deviceTracking: 'always',
      sessionTracking: true,
      users: [{ username: 'ada', password }],
    })
    const log = createLog()
    const server = { logger: log.options, disableRequestLogging: true }
    const app = await startApp({
      pool,
      options: { ...options, routes: { features: everyFeature } },
      server,
    })
    const credentials = { username: 'ada', password }
    await createBrowser(app).post('/auth/sign-in', credentials)
    const client = createBrowser(app)
    const { tokens } = (await client.post('/auth/sign-in', credentials)).json()
    const more = tokens ? { headers: { authorization: `Bearer ${tokens.accessToken}` } } : {}
    const refusals: string[] = []
    /** Once with each fault, then rightly. */
    const insist = async (
      operation: string,
      method: 'get' | 'post' | 'put' | 'delete',
      path: string,
      body?: object,
    ) => {
      for (const fault of faults) {
        pool.failNext(operation, fault)
        refusals.push((await client[method](`/auth${path}`, body, more)).body)
      }
      const answer = await client[method](`/auth${path}`, body, more)
      expect(answer.statusCode).toBeLessThan(300)
      return answer.body ? answer.json() : {}
    }

    const { secret, uri } = await insist('AssociateSoftwareToken', 'post', '/mfa/totp')
    const code = totpOf(secret, pool)
    await insist('VerifySoftwareToken', 'post', '/mfa/totp/confirm', { code })
    const creation = await insist('StartWebAuthnRegistration', 'post', '/passkeys/start')
    const credential = pool.createAuthenticator().create(creation)
    await insist('CompleteWebAuthnRegistration', 'post', '/passkeys/finish', { credential })
    await insist('DeleteWebAuthnCredential', 'delete', `/passkeys/${credential.id}`)
    const { devices } = await insist('ListDevices', 'get', '/devices')
    const [{ key }] = devices
    await insist('ForgetDevice', 'delete', `/devices/${key}`)
    const { sessions } = await insist('ListUserSessions', 'get', '/sessions')
    const ids = sessions.map(({ id }: { id: string }) => id)
    await insist('RevokeUserSession', 'delete', `/sessions/${ids[0]}`)
    await insist('ListUserSessions', 'post', '/sign-out/elsewhere')

    expect(refusals).toHaveLength(50)
    const { response } = credential
    const { attestationObject } = response
    const secrets = [secret, uri, code, credential.id, attestationObject, key, password, ...ids]
    for (const value of secrets) {
      expect(log.text().includes(value)).toBe(false)
      expect(refusals.some((body) => body.includes(value))).toBe(false)
    }
  },
)
