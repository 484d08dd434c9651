import { type CognitoOptions, ConfigurationError, cognitoOptionsFromEnv } from '@x/cognito-core'

export interface Settings {
  port: number
  /** Absent: a pool in this process. */
  cognito?: CognitoOptions
  /** Of that pool; the one in this process does. */
  tracksSessions: boolean
  /** Absent: a random one for this run. */
  sessionSecret?: string
}

type Environment = Readonly<Record<string, string | undefined>>

const cognitoVariables = [
  'COGNITO_USER_POOL_ID',
  'COGNITO_APP_CLIENT_ID',
  'COGNITO_APP_CLIENT_SECRET',
  'COGNITO_ENDPOINT',
]

/** @throws ConfigurationError that names the variable. */
export const readSettings = (env: Environment): Settings => {
  const sessionSecret = readSessionSecret(env['SESSION_SECRET'])
  return {
    port: readPort(env['PORT']),
    tracksSessions: readTracking(env['COGNITO_SESSION_TRACKING']),
    ...(cognitoVariables.some((name) => env[name]) && { cognito: cognitoOptionsFromEnv(env) }),
    ...(sessionSecret && { sessionSecret }),
  }
}

const readPort = (text = ''): number => {
  if (text === '') return 3000
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new ConfigurationError(
    'PORT',
    `${JSON.stringify(text)} is no port; give a number from 0 to 65535, such as PORT=3001.`,
  )
}

const readTracking = (text = ''): boolean => {
  if (text === '' || text === 'off') return false
  if (text === 'on') return true
  throw new ConfigurationError(
    'COGNITO_SESSION_TRACKING',
    `${JSON.stringify(text)} should be on where the user pool tracks sessions, else off.`,
  )
}

const minimumBytes = 32

const readSessionSecret = (secret = ''): string | undefined => {
  if (secret === '') return undefined
  if (Buffer.byteLength(secret) >= minimumBytes) return secret
  throw new ConfigurationError(
    'SESSION_SECRET',
    `is shorter than ${minimumBytes} bytes; \`openssl rand -base64 32\` makes a good one.`,
  )
}
