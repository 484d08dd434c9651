import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { hasPostgres, startPostgres } from './postgres-server.ts'
import { ada, basic } from './start-service.ts'

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url))
const patiently = { timeout: 30_000 }

const run = (env: Record<string, string>) => {
  const child = spawn(process.execPath, [main], { env: { PORT: '0', ...env } })
  onTestFinished(() => void child.kill('SIGKILL'))
  const told = { output: '', errors: '' }
  child.stdout.on('data', (text) => (told.output += text))
  child.stderr.on('data', (text) => (told.errors += text))
  const ended = once(child, 'exit').then(([code]: unknown[]) => code)
  const listening = async () => {
    await expect.poll(() => told.output, patiently).toContain('/app/auth/logout')
    return /http:\/\/127\.0\.0\.1:\d+/.exec(told.output)?.[0] ?? ''
  }
  return { child, told, ended, listening }
}

test('as a process of its own it says how to try it, prints codes, and stops cleanly', async () => {
  const { child, told, ended, listening } = run({ S3_BUCKET: 'bucket' })
  const url = await listening()
  expect(told.output).toContain('S3_BUCKET: is read by nothing here')
  const login = { method: 'POST', headers: basic(ada) }
  const answer = await fetch(`${url}/app/auth/login`, login)
  expect(await answer.json()).toEqual({ msg: `Welcome ${ada}` })
  const headers = { AccessToken: answer.headers.get('AccessToken') ?? '' }
  expect((await fetch(`${url}/app/me`, { headers })).status).toBe(200)
  const zoe = 'zoe@example.com'
  await fetch(`${url}/app/auth/signup`, { method: 'POST', headers: basic(zoe) })
  await expect.poll(() => told.output, patiently).toMatch(/To zoe@example\.com, sign-up: \d{6}\n/)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(told.errors).toBe('')
})

test.runIf(hasPostgres)('on a server it keeps its rows, and starts again on them', async () => {
  const { url: DATABASE_URL } = await startPostgres()
  for (const _ of ['first', 'second']) {
    const { child, told, ended, listening } = run({ DATABASE_URL })
    const url = await listening()
    expect(told.output).toContain('their rows are on the server')
    const answer = await fetch(`${url}/app/auth/login`, { method: 'POST', headers: basic(ada) })
    const headers = { AccessToken: answer.headers.get('AccessToken') ?? '' }
    expect((await fetch(`${url}/app/me`, { headers })).status).toBe(200)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(told.errors).toBe('')
  }
  const client = new Client({ connectionString: DATABASE_URL })
  await client.connect()
  const { rows } = await client.query('SELECT username FROM users')
  await client.end()
  // Each run has a pool of its own, and so another ada.
  expect(rows).toEqual([{ username: ada }, { username: ada }])
})

test.each([
  [{ SIGN_IN_METHOD: 'paper' }, /^SIGN_IN_METHOD: .*\n$/],
  [{ CHALLENGE_SECRET: 'short' }, /^CHALLENGE_SECRET: .*\n$/],
  [{ DB_NAME: 'app' }, /^DB_USERNAME: .*\n$/],
  [
    { DATABASE_URL: 'postgres://x:word@127.0.0.1:1/app' },
    /^DATABASE_URL or DB_\*: the database cannot be reached \(ECONNREFUSED\)\.\n$/,
  ],
])('a wrong variable ends it with one line that names it: %j', async (env, line) => {
  const { told, ended } = run(env as Record<string, string>)
  expect(await ended).toBe(1)
  expect(told).toEqual({ output: '', errors: expect.stringMatching(line) })
})

test('a port that is taken ends it with one line, too', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { told, ended } = run({ PORT: `${port}` })
  expect(await ended).toBe(1)
  expect(told).toEqual({ output: '', errors: expect.stringMatching(`^PORT: ${port} is taken`) })
})
