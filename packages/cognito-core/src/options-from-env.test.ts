import { describe, expect, it } from 'vitest'
import { configurationErrorOf } from '../test/configuration-error-of.ts'
import { cognitoOptionsFromEnv } from './options-from-env.ts'

const good = { userPoolId: 'eu-west-1_AbCdEf123', clientId: '1example23456789' }

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

  it('reads two client secrets with a comma between them', () => {
    const clientSecret = ['n'.repeat(30), 'o'.repeat(30)]
    for (const comma of [',', ', ']) {
      const two = { ...env, COGNITO_APP_CLIENT_SECRET: clientSecret.join(comma) }
      expect(cognitoOptionsFromEnv(two)).toEqual({ ...good, clientSecret })
    }
  })

  it.each([
    ['of two, the second is none', 'COGNITO_APP_CLIENT_SECRET[1]', `${'n'.repeat(30)},`],
    ['of two, the first is none', 'COGNITO_APP_CLIENT_SECRET[0]', `short,${'o'.repeat(30)}`],
    ['they are three', 'COGNITO_APP_CLIENT_SECRET', ['n', 'o', 'p'].join(',')],
  ])('names the variable of client secrets, and which, where %s', (_what, option, secrets) => {
    const wrong = { ...env, COGNITO_APP_CLIENT_SECRET: secrets }
    const error = configurationErrorOf(() => cognitoOptionsFromEnv(wrong))
    expect(error.option).toBe(option)
    expect(error.message).not.toMatch(/nnn|ooo/)
  })

  it.each([
    ['COGNITO_USER_POOL_ID', { COGNITO_USER_POOL_ID: undefined }],
    ['COGNITO_APP_CLIENT_ID', { COGNITO_APP_CLIENT_ID: undefined }],
    ['COGNITO_USER_POOL_ID', { COGNITO_USER_POOL_ID: 'nonsense' }],
    ['COGNITO_APP_CLIENT_SECRET', { COGNITO_APP_CLIENT_SECRET: 'short' }],
    ['COGNITO_ENDPOINT', { COGNITO_ENDPOINT: 'nowhere' }],
  ])('names the variable %s', (variable, wrong) => {
    const error = configurationErrorOf(() => cognitoOptionsFromEnv({ ...env, ...wrong }))
    expect(error.option).toBe(variable)
    expect(error.message).toMatch(new RegExp(`^${variable}: `))
  })
})
