import { ConfigurationError } from './errors/configuration-error.ts'
import { type CognitoOptions, checkOptions } from './options.ts'

/** Such as an environment can hold. */
export type OptionsFromEnv = Pick<
  CognitoOptions,
  'userPoolId' | 'clientId' | 'clientSecret' | 'endpoint'
>

/**
 * Reads `COGNITO_USER_POOL_ID`, `COGNITO_APP_CLIENT_ID`, `COGNITO_APP_CLIENT_SECRET` (optional; two, the
 * newest first, with a comma between them) and `AWS_REGION` (optional, and without effect: a pool's id names
 * its own region). `COGNITO_ENDPOINT` (optional) is the URL of an emulator.
 *
 * @throws ConfigurationError that names the variable.
 */
export const cognitoOptionsFromEnv = (
  env: Readonly<Record<string, string | undefined>> = process.env,
): OptionsFromEnv => {
  const given = Object.entries(variables).flatMap(([option, variable]) => {
    const value = env[variable]
    return value ? [[option, option === 'clientSecret' ? oneOrTwo(value) : value]] : []
  })
  try {
    return checkOptions(Object.fromEntries(given))
  } catch (error) {
    throw inTermsOfVariables(error)
  }
}

const variables: Readonly<Record<string, string>> = {
  userPoolId: 'COGNITO_USER_POOL_ID',
  clientId: 'COGNITO_APP_CLIENT_ID',
  clientSecret: 'COGNITO_APP_CLIENT_SECRET',
  endpoint: 'COGNITO_ENDPOINT',
}

const oneOrTwo = (secrets: string): string | string[] =>
  secrets.includes(',') ? secrets.split(',').map((secret) => secret.trim()) : secrets

const inTermsOfVariables = (error: unknown): unknown => {
  if (!(error instanceof ConfigurationError)) return error
  const problem = error.message.slice(error.option.length + 2)
  const name = error.option.replace(/^\w+/, (option) => variables[option] ?? option)
  return new ConfigurationError(name, problem)
}
