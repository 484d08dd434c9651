import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { demoUser } from '../src/start.ts'

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url))

const run = (env: Record<string, string>) => {
  const child = spawn(process.execPath, [main], { env })
  onTestFinished(() => void child.kill('SIGKILL'))
  const told = { output: '', errors: '' }
  child.stdout.on('data', (text) => (told.output += text))
  child.stderr.on('data', (text) => (told.errors += text))
  const ended = once(child, 'exit').then(([code]: unknown[]) => code)
  return { child, told, ended }
}

test('as a process of its own it says how to try it, prints spans, and stops cleanly', async () => {
  const { child, told, ended } = run({ PORT: '0' })
  await expect.poll(() => told.output, { timeout: 10_000 }).toContain('/metrics')
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(told.output)?.[0] ?? ''
  const answer = await fetch(`${url}/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(demoUser),
  })
  expect(answer.status).toBe(200)
  const cookies = answer.headers.getSetCookie()
  expect(await (await fetch(`${url}/metrics`)).text()).toContain('cognito_sign_ins_total 1')
  for (const name of ['Cognito InitiateAuth', 'POST /auth/sign-in', 'GET /metrics']) {
    await expect.poll(() => told.output, { timeout: 10_000 }).toContain(`name: '${name}'`)
  }
  expect(cookies.length).toBeGreaterThan(0)
  for (const cookie of cookies) {
    expect(told.output).not.toContain(cookie.slice(cookie.indexOf('=') + 1, cookie.indexOf(';')))
  }
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(told.errors).toBe('')
})

test.each([
  [{ TRACES: 'paper' }, /^TRACES: .*\n$/],
  [{ SESSION_SECRET: 'short' }, /^SESSION_SECRET: .*\n$/],
])('a wrong variable ends it with one line that names it: %j', async (env, line) => {
  const { told, ended } = run({ PORT: '0', ...env })
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
