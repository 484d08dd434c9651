import { ConfigurationError } from '@x/cognito-core'

export type Env = Readonly<Record<string, string | undefined>>

/** @throws ConfigurationError that names the variable. */
export const portIn = (env: Env, name: string, byDefault: number): number => {
  const text = env[name] || String(byDefault)
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new ConfigurationError(name, 'is no port; give a number from 0 to 65535.')
}
