import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { createTestUserPool, type TestUserPool } from './create-test-user-pool.ts'
import type { TestUserPoolOptions } from './options.ts'
import type { ListeningPool } from './server.ts'

const help = `Runs an Amazon Cognito user pool for tests and demos on this machine.

  cognito-testing [--port 9229] [--config pool.json]

  --port     where to listen, on 127.0.0.1; 0 takes a free port (default 9229)
  --config   a JSON file with the options of createTestUserPool: userPoolId, clients, users, mfa …
  --help     this text

The API answers at /, the keys are at /<user pool id>/.well-known/jwks.json,
and the codes that were "sent" can be read at /inbox.
`

/** What the person at the terminal did wrong, in a sentence. */
class UsageError extends Error {
  override readonly name = 'UsageError'
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

const readArguments = (args: readonly string[]) => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '9229' },
        config: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
    return values
  } catch (error) {
    throw new UsageError(`${messageOf(error)} (see --help)`)
  }
}

const readPort = (untrustedPort: string): number => {
  const port = Number(untrustedPort)
  if (/^\d+$/.test(untrustedPort) && port <= 65_535) return port
  throw new UsageError(`--port must be a number from 0 to 65535, not '${untrustedPort}'`)
}

const parseConfig = (file: string, text: string): TestUserPoolOptions => {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`--config: ${file} is not JSON: ${messageOf(error)}`)
  }
}

const readConfig = async (file: string): Promise<TestUserPoolOptions> => {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(`--config: ${messageOf(error)}`)
  })
  const config = parseConfig(file, text)
  if (config?.triggers !== undefined) {
    throw new UsageError('--config: triggers are functions, which no file can hold')
  }
  return config
}

const createPool = (config: TestUserPoolOptions): TestUserPool => {
  try {
    return createTestUserPool(config)
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message)
    throw error
  }
}

const listenOn = async (pool: TestUserPool, port: number): Promise<ListeningPool> => {
  try {
    return await pool.listen({ port })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new UsageError(`Port ${port} is taken: choose another one with --port`)
    }
    throw error
  }
}

const describe = (pool: TestUserPool, url: string, config: TestUserPoolOptions): string => {
  const clients = pool.clients.map(({ id, secret }) =>
    secret === undefined ? `  client      ${id}` : `  client      ${id}, secret ${secret}`,
  )
  const users = pool.users.map(({ username, status, totpSecret }, index) => {
    const typedName = config.users?.[index]?.username ?? username
    const totp = totpSecret === undefined ? '' : `, TOTP secret ${totpSecret}`
    return `  user        ${typedName} (${status})${totp}`
  })
  return [
    `Test user pool on ${url}`,
    `  user pool   ${pool.userPoolId}`,
    ...clients,
    ...(users.length > 0 ? users : ['  no users: list them in the file given to --config']),
    `  keys        ${url}/${pool.userPoolId}/.well-known/jwks.json`,
    `  codes sent  ${url}/inbox`,
    '',
  ].join('\n')
}

export interface CliResult {
  exitCode: number
  /** While the pool is up. */
  listening?: ListeningPool
}

/**
 * The command line without the process around it: what is said goes to `print`, and a mistake to
 * `printError`.
 */
export const runCli = async (input: {
  args: readonly string[]
  print: (text: string) => void
  printError: (text: string) => void
}): Promise<CliResult> => {
  try {
    const { port: untrustedPort, config: file, help: wantsHelp } = readArguments(input.args)
    if (wantsHelp) {
      input.print(help)
      return { exitCode: 0 }
    }
    const port = readPort(untrustedPort)
    const config = file === undefined ? {} : await readConfig(file)
    const pool = createPool(config)
    const listening = await listenOn(pool, port)
    input.print(describe(pool, listening.url, config))
    return { exitCode: 0, listening }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    input.printError(`${error.message}\n`)
    return { exitCode: 1 }
  }
}
