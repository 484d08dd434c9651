import { randomBytes } from 'node:crypto'
import { type CognitoOptions, ConfigurationError, cognitoOptionsFromEnv } from '@x/cognito-core'

export const tracesTo = ['console', 'memory', 'off'] as const

export interface Settings {
  port: number
  traces: (typeof tracesTo)[number]
  /** Absent: a pool in this process. */
  cognito?: CognitoOptions
  sessionSecret: string
}

/** @throws ConfigurationError that names the variable. */
export const readSettings = (env: Readonly<Record<string, string | undefined>>): Settings => ({
  port: readPort(env['PORT']),
  traces: readTraces(env['TRACES']),
  ...(env['COGNITO_USER_POOL_ID'] && { cognito: cognitoOptionsFromEnv(env) }),
  sessionSecret: env['SESSION_SECRET'] || randomBytes(32).toString('base64'),
})

const readPort = (text = ''): number => {
  if (text === '') return 3001
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new ConfigurationError('PORT', 'is no port; give a number from 0 to 65535.')
}

const readTraces = (text = ''): Settings['traces'] => {
  const traces = tracesTo.find((each) => each === (text || 'console'))
  if (traces) return traces
  throw new ConfigurationError('TRACES', `should be one of ${tracesTo.join(', ')}.`)
}
