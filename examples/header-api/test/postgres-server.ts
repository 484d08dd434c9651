import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Client } from 'pg'
import { onTestFinished } from 'vitest'

const debians = '/usr/lib/postgresql'

const newest = (): string => {
  const versions = existsSync(debians) ? readdirSync(debians) : []
  return `${debians}/${versions.map(Number).sort((a, b) => b - a)[0] ?? '*'}/bin`
}

/** Where `initdb` and `postgres` are. */
const path = process.env['POSTGRES_PATH'] ?? newest()

/** Where there is none the tests are left out, and say so; never where all have to run. */
export const hasPostgres = existsSync(join(path, 'postgres'))

if (!hasPostgres) {
  if (process.env['CI']) throw new Error(`No PostgreSQL in ${path}: POSTGRES_PATH names its bin.`)
  process.stderr.write(`No PostgreSQL in ${path}: tests on a server are left out. POSTGRES_PATH.\n`)
}

export interface PostgresServer {
  /** On a socket in a folder of its own: no port is taken. */
  url: string
  directory: string
  stop(): Promise<void>
  start(): Promise<void>
}

/** A PostgreSQL of its own, ended when the test is over. */
export const startPostgres = async (): Promise<PostgresServer> => {
  const directory = mkdtempSync(join(tmpdir(), 'postgres-'))
  const data = join(directory, 'data')
  const url = `postgres://service@localhost/postgres?host=${directory}`
  const running: { child?: ChildProcess } = {}

  const stop = async (): Promise<void> => {
    const { child } = running
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    // Its immediate shutdown.
    child.kill('SIGQUIT')
    await ended
  }
  const start = async (): Promise<void> => {
    const quick = ['fsync=off', 'listen_addresses=', `unix_socket_directories=${directory}`]
    const [program, args] = unprivileged(join(path, 'postgres'), [
      '-D',
      data,
      ...quick.flatMap((setting) => ['-c', setting]),
    ])
    running.child = spawn(program, args, { stdio: 'ignore', cwd: directory })
    await ready(url)
  }

  onTestFinished(async () => {
    await stop()
    rmSync(directory, { recursive: true, force: true })
  })
  if (isRoot) chownSync(directory, idOf('-u'), idOf('-g'))
  const [program, args] = unprivileged(join(path, 'initdb'), [
    ...['-D', data, '-U', 'service', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
  ])
  execFileSync(program, args, { stdio: 'ignore', cwd: directory })
  await start()
  return { url, directory, stop, start }
}

const isRoot = process.getuid?.() === 0

const idOf = (which: '-u' | '-g'): number =>
  Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }))

/** PostgreSQL refuses to be run by root. `setpriv` becomes the program, so its pid is the server's. */
const unprivileged = (program: string, args: readonly string[]): [string, readonly string[]] =>
  isRoot
    ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', program, ...args]]
    : [program, args]

const ready = async (connectionString: string): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const client = new Client({ connectionString })
    client.on('error', () => undefined)
    const isUp = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => undefined)
    if (isUp) return
    await setTimeout(50)
  }
  throw new Error('postgres does not answer')
}
