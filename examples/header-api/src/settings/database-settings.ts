import { ConfigurationError } from '@x/cognito-core'
import { type Env, portIn } from './env.ts'

export type DatabaseSettings =
  | { connectionString: string }
  | { host: string; port: number; database: string; user: string; password?: string }

/**
 * `undefined` where none is named: the embedded one.
 *
 * @throws ConfigurationError that names the variable.
 */
export const databaseSettings = (env: Env): DatabaseSettings | undefined => {
  const { DATABASE_URL: url, DB_NAME: database, DB_USERNAME: user, DB_PASSWORD: password } = env
  const given = own.filter((name) => env[name])
  if (url) {
    if (given.length > 0) throw fail('DATABASE_URL', `is set, and so is ${given[0]}. Keep one.`)
    if (!isPostgres(url)) {
      throw fail('DATABASE_URL', 'should be such as postgres://user:password@127.0.0.1:5432/name.')
    }
    return { connectionString: url }
  }
  if (given.length === 0) return undefined
  if (!database) throw fail('DB_NAME', `is missing, and ${given[0]} is set.`)
  if (!user) throw fail('DB_USERNAME', 'is missing, and DB_NAME is set.')
  return {
    host: env['DB_HOST'] || '127.0.0.1',
    port: portIn(env, 'DB_PORT', 5432),
    database,
    user,
    ...(password && { password }),
  }
}

const own = ['DB_NAME', 'DB_USERNAME', 'DB_PASSWORD', 'DB_HOST', 'DB_PORT'] as const

const isPostgres = (url: string): boolean =>
  URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol)

/** Never the value: a password may be in it. */
const fail = (name: string, why: string) => new ConfigurationError(name, why)
