import { CognitoError, ConfigurationError } from '@x/cognito-core'
import { createCognitoAdmin } from '@x/cognito-core/admin'
import { createTestUserPool } from '@x/cognito-testing'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { configurationErrorOf } from './configuration-error-of.ts'
import { type Line, scriptedCognito } from './scripted-cognito.ts'

const userPoolId = 'us-east-1_Scripted1'

const withoutCredentials = () => {
  const names = Object.keys(process.env).filter((name) => /^AWS_(?!SDK_)/.test(name))
  for (const name of [...names, 'HOME']) vi.stubEnv(name, '')
  // Else the SDK would ask the machine that it runs on.
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true')
}

const withCredentials = () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLE')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not-so-secret')
}

afterEach(() => vi.unstubAllEnvs())

describe('the password policy', () => {
  it('is what the pool asks of new passwords', async () => {
    const pool = createTestUserPool({
      passwordPolicy: { minimumLength: 12, requireSymbols: false, historySize: 5 },
    })
    const { client } = pool.options
    const admin = createCognitoAdmin({ userPoolId: pool.userPoolId, client })
    expect(await admin.passwordPolicy()).toEqual({
      minimumLength: 12,
      requireLowercase: true,
      requireUppercase: true,
      requireNumbers: true,
      requireSymbols: false,
      historySize: 5,
      temporaryPasswordDays: 7,
    })
  })

  it('is asked for in a call that is signed with the credentials there are', async () => {
    withCredentials()
    const PasswordPolicy = { MinimumLength: 6 }
    const { url, calls } = await scriptedCognito({
      answer: { UserPool: { Policies: { PasswordPolicy } } },
    })
    const admin = createCognitoAdmin({ userPoolId, endpoint: url })
    expect(await admin.passwordPolicy()).toEqual({
      minimumLength: 6,
      requireLowercase: false,
      requireUppercase: false,
      requireNumbers: false,
      requireSymbols: false,
      historySize: 0,
      temporaryPasswordDays: 7,
    })
    expect(calls).toEqual([
      {
        operation: 'DescribeUserPool',
        authorization: expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE\//),
        input: { UserPoolId: userPoolId },
      },
    ])
  })

  it('cannot be asked for without credentials, which is said without a call', async () => {
    withoutCredentials()
    const { url, calls } = await scriptedCognito({ answer: {} })
    const admin = createCognitoAdmin({ userPoolId, endpoint: url })
    const refused = await admin.passwordPolicy().catch((error: Error) => error)
    expect(refused).toBeInstanceOf(CognitoError)
    expect(refused).toMatchObject({
      code: 'COGNITO_NO_CREDENTIALS',
      params: { operation: 'DescribeUserPool' },
      message: expect.stringMatching(/DescribeUserPool.*AWS_ACCESS_KEY_ID/),
    })
    expect(calls).toEqual([])
  })

  it('is found once there are credentials: they are looked for at each call until then', async () => {
    withoutCredentials()
    const PasswordPolicy = { MinimumLength: 6 }
    const { url } = await scriptedCognito({
      answer: { UserPool: { Policies: { PasswordPolicy } } },
    })
    const admin = createCognitoAdmin({ userPoolId, endpoint: url })
    await expect(admin.passwordPolicy()).rejects.toMatchObject({ code: 'COGNITO_NO_CREDENTIALS' })
    withCredentials()
    await expect(admin.passwordPolicy()).resolves.toMatchObject({ minimumLength: 6 })
  })

  it.each<[Line, string]>([
    [{ error: 'AccessDeniedException' }, 'COGNITO_NOT_PERMITTED'],
    [{ error: 'UnrecognizedClientException' }, 'COGNITO_NO_CREDENTIALS'],
    [{ error: 'ResourceNotFoundException' }, 'COGNITO_MISCONFIGURED'],
    [{ error: 'TooManyRequestsException' }, 'COGNITO_RATE_LIMITED'],
    [{ answer: {} }, 'COGNITO_UNEXPECTED'],
  ])('is refused as Cognito does: %j is %s', async (line, code) => {
    withCredentials()
    const { url } = await scriptedCognito(line)
    const admin = createCognitoAdmin({ userPoolId, endpoint: url })
    await expect(admin.passwordPolicy()).rejects.toMatchObject({ code })
  })

  it('names the IAM action that is not permitted', async () => {
    withCredentials()
    const { url } = await scriptedCognito({ error: 'AccessDeniedException' })
    const admin = createCognitoAdmin({ userPoolId, endpoint: url })
    await expect(admin.passwordPolicy()).rejects.toMatchObject({
      message: expect.stringContaining('cognito-idp:DescribeUserPool'),
    })
  })

  it('ends when the signal says so', async () => {
    withCredentials()
    const { url } = await scriptedCognito('stall in the body')
    const admin = createCognitoAdmin({ userPoolId, endpoint: url })
    const reason = new Error('the client went away')
    const controller = new AbortController()
    const asking = admin.passwordPolicy({ signal: controller.signal })
    setTimeout(() => controller.abort(reason), 20)
    await expect(asking).rejects.toBe(reason)
  })
})

describe('createCognitoAdmin', () => {
  it.each([
    ['options', undefined],
    ['userPoolId', {}],
    ['userPoolId', { userPoolId: 'nonsense' }],
    ['client', { userPoolId, client: {} }],
    ['endpoint', { userPoolId, endpoint: 'nowhere' }],
    ['jwks', { userPoolId, jwks: { keys: [] } }],
    ['clientId', { userPoolId, clientId: '' }],
    ['clientId', { userPoolId, clientSecret: 's'.repeat(30) }],
    ['clientSecret', { userPoolId, clientId: 'c', clientSecret: 'short' }],
    ['customAttributes.level', { userPoolId, customAttributes: { level: 'int' } }],
    ['srp', { userPoolId, srp: true }],
    ['onWarning', { userPoolId, onWarning: 'log' }],
  ])('names %s as the option at fault', (option, wrong) => {
    const error = configurationErrorOf(() => createCognitoAdmin(wrong as never))
    expect(error).toBeInstanceOf(ConfigurationError)
    expect(error.option).toBe(option)
  })
})
