import { cognitoOptionsFromEnv, createCognito } from '@x/cognito-core'

const needed = (name: string): string => {
  const value = process.env[name]
  if (value) return value
  throw new Error(`${name} is not set. It is a user of the pool, confirmed and without MFA.`)
}

/** A user of a real pool, as CONTRIBUTING.md names them in the environment. */
export const liveUser = () => {
  const cognito = createCognito(cognitoOptionsFromEnv())
  const username = needed('COGNITO_LIVE_USERNAME')
  const password = needed('COGNITO_LIVE_PASSWORD')

  const tokens = async (as = password) => {
    const result = await cognito.signIn({ username, password: as })
    if (result.status !== 'signed-in') throw new Error(`expected tokens, got ${result.status}`)
    const { refreshToken } = result.tokens
    if (refreshToken === undefined) throw new Error('a sign-in gives a refresh token')
    return { ...result.tokens, refreshToken }
  }
  return { cognito, username, password, tokens }
}
