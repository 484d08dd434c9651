import { randomBytes } from 'node:crypto'
import { type CognitoOptions, ConfigurationError, cognitoOptionsFromEnv } from '@x/cognito-core'
import { type DatabaseSettings, databaseSettings } from './database-settings.ts'
import { type Env, portIn } from './env.ts'

export const signInMethods = ['srp', 'password'] as const

export interface Settings {
  port: number
  method: (typeof signInMethods)[number]
  /** Absent: a pool in this process. */
  cognito?: CognitoOptions
  /** Absent: one in this process. */
  database?: DatabaseSettings
  challengeSecret: string
}

/** @throws ConfigurationError that names the variable. */
export const readSettings = (env: Env): Settings => {
  const database = databaseSettings(env)
  return {
    port: portIn(env, 'PORT', 3002),
    method: readMethod(env['SIGN_IN_METHOD']),
    ...(env['COGNITO_USER_POOL_ID'] && { cognito: cognitoOptionsFromEnv(env) }),
    ...(database && { database }),
    challengeSecret: env['CHALLENGE_SECRET'] || randomBytes(32).toString('base64'),
  }
}

const readMethod = (text = ''): Settings['method'] => {
  const method = signInMethods.find((each) => each === (text || 'srp'))
  if (method) return method
  throw new ConfigurationError('SIGN_IN_METHOD', `should be one of ${signInMethods.join(', ')}.`)
}
