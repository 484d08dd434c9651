import { describe, expect, it } from 'vitest'
import { ConfigurationError } from './errors/configuration-error.ts'
import { type CognitoOptions, checkOptions, cognitoOptionsFromEnv } from './options.ts'

const good: CognitoOptions = { userPoolId: 'eu-west-1_AbCdEf123', clientId: '1example23456789' }
const key = { kid: 'a', kty: 'RSA', n: 'x', e: 'AQAB' }

const refusal = (act: () => unknown): ConfigurationError => {
  try {
    act()
  } catch (error) {
    if (error instanceof ConfigurationError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('checkOptions', () => {
  it.each([
    {},
    { clientSecret: 's'.repeat(52) },
    { jwks: { keys: [key] } },
    { endpoint: 'http://127.0.0.1:9229' },
    { userPoolId: 'us-gov-west-1_AbCdEf123' },
    { userPoolId: 'eusc-de-east-1_AbCdEf123' },
  ])('accepts %j', (more) => {
    expect(checkOptions({ ...good, ...more })).toMatchObject(more)
  })

  it.each([
    ['userPoolId', { userPoolId: '' }],
    ['userPoolId', { userPoolId: undefined }],
    ['userPoolId', { userPoolId: 'AbCdEf123' }],
    ['userPoolId', { userPoolId: 'eu-west-1_Ab/../x' }],
    ['clientId', { clientId: undefined }],
    ['clientId', { clientId: 'with space' }],
    ['clientSecret', { clientSecret: '' }],
    ['clientSecret', { clientSecret: 'short' }],
    ['jwks', { jwks: {} }],
    ['jwks', { jwks: { keys: [] } }],
    ['jwks', { jwks: { keys: [{ kty: 'RSA' }] } }],
    ['client', { client: {} }],
    ['endpoint', { endpoint: '127.0.0.1:9229' }],
    ['endpoint', { endpoint: 'file:///etc/passwd' }],
    ['userpoolid', { userpoolid: 'eu-west-1_AbCdEf123' }],
  ])('names %s as the option at fault in %j', (option, wrong) => {
    const error = refusal(() => checkOptions({ ...good, ...wrong } as CognitoOptions))
    expect(error.option).toBe(option)
    expect(error.message).toContain(option)
  })

  it('refuses no options at all', () => {
    expect(refusal(() => checkOptions(undefined as unknown as CognitoOptions)).option).toBe(
      'options',
    )
  })

  it('never shows a client secret, not even a wrong one', () => {
    const clientSecret = 'wrong!secret!of!some!length!!'
    const error = refusal(() => checkOptions({ ...good, clientSecret }))
    expect(error.message).not.toContain(clientSecret)
  })
})

describe('cognitoOptionsFromEnv', () => {
  const env = { COGNITO_USER_POOL_ID: good.userPoolId, COGNITO_APP_CLIENT_ID: good.clientId }

  it('reads the pool and the app client', () => {
    expect(cognitoOptionsFromEnv({ ...env, AWS_REGION: 'us-east-1' })).toEqual(good)
  })

  it('reads a client secret where there is one, and takes an empty one for none', () => {
    const clientSecret = 'a'.repeat(30)
    const withSecret = { ...env, COGNITO_APP_CLIENT_SECRET: clientSecret }
    expect(cognitoOptionsFromEnv(withSecret)).toEqual({ ...good, clientSecret })
    expect(cognitoOptionsFromEnv({ ...env, COGNITO_APP_CLIENT_SECRET: '' })).toEqual(good)
  })

  it.each([
    ['COGNITO_USER_POOL_ID', { COGNITO_USER_POOL_ID: undefined }],
    ['COGNITO_APP_CLIENT_ID', { COGNITO_APP_CLIENT_ID: undefined }],
    ['COGNITO_USER_POOL_ID', { COGNITO_USER_POOL_ID: 'nonsense' }],
    ['COGNITO_APP_CLIENT_SECRET', { COGNITO_APP_CLIENT_SECRET: 'short' }],
    ['COGNITO_ENDPOINT', { COGNITO_ENDPOINT: 'nowhere' }],
  ])('names the variable %s', (variable, wrong) => {
    const error = refusal(() => cognitoOptionsFromEnv({ ...env, ...wrong }))
    expect(error.option).toBe(variable)
    expect(error.message).toMatch(new RegExp(`^${variable}: `))
  })
})
