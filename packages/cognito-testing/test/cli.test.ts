import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runCli } from '../src/run-cli.ts'

let directory: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cognito-testing-'))
})
afterAll(() => rm(directory, { recursive: true }))

const write = async (name: string, text: string): Promise<string> => {
  const file = join(directory, name)
  await writeFile(file, text)
  return file
}

const run = async (...args: string[]) => {
  const [printed, errors]: [string[], string[]] = [[], []]
  const result = await runCli({
    args,
    print: (text) => printed.push(text),
    printError: (text) => errors.push(text),
  })
  return { ...result, printed: printed.join(''), errors: errors.join('') }
}

it('serves the pool of a configuration file, and says where and for whom', async () => {
  const file = await write(
    'pool.json',
    JSON.stringify({
      userPoolId: 'eu-west-1_AbCdEf123',
      signInWith: ['email'],
      clients: [{ id: 'webclient', secret: true }],
      users: [
        { username: 'ann@example.com', password: 'Correct-Horse1', mfa: 'totp' },
        { username: 'ben@example.com', status: 'UNCONFIRMED' },
      ],
    }),
  )
  const { exitCode, listening, printed } = await run('--port', '0', '--config', file)
  const url = listening?.url ?? ''
  expect(exitCode).toBe(0)
  expect(printed).toContain(`Test user pool on ${url}\n  user pool   eu-west-1_AbCdEf123\n`)
  expect(printed).toMatch(/client {6}webclient, secret \w{24,64}\n/)
  expect(printed).toMatch(/user {8}ann@example.com \(CONFIRMED\), TOTP secret [A-Z2-7]{52}\n/)
  expect(printed).toContain('ben@example.com (UNCONFIRMED)\n')
  expect(printed).not.toContain('Correct-Horse1')
  const keys = await fetch(`${url}/eu-west-1_AbCdEf123/.well-known/jwks.json`)
  expect(await keys.json()).toMatchObject({ keys: [{ alg: 'RS256' }, { alg: 'RS256' }] })
  expect(await (await fetch(`${url}/inbox`)).json()).toEqual([])
  await listening?.close()
})

it('needs no configuration', async () => {
  const { listening, printed } = await run('--port=0')
  expect(printed).toContain('us-east-1_TestPool1')
  expect(printed).toContain('no users: list them in the file given to --config')
  await listening?.close()
})

it('says that a port is taken', async () => {
  const first = await run('--port', '0')
  const port = new URL(first.listening?.url ?? '').port
  const second = await run('--port', port)
  expect(second).toMatchObject({
    exitCode: 1,
    errors: `Port ${port} is taken: choose another one with --port\n`,
  })
  await first.listening?.close()
})

it('explains itself', async () => {
  const { exitCode, printed, listening } = await run('--help')
  expect(exitCode).toBe(0)
  expect(listening).toBeUndefined()
  expect(printed).toContain('cognito-testing [--port 9229] [--config pool.json]')
})

it.each([
  [['--host', '0.0.0.0'], /Unknown option '--host'/],
  [['--port', '80a'], /^--port must be a number from 0 to 65535, not '80a'/],
  [['--port', '70000'], /^--port must be a number/],
  [['--config', '/no/such/file'], /^--config: ENOENT/],
])('refuses %j in a sentence', async (args, message) => {
  expect(await run(...args)).toMatchObject({ exitCode: 1, errors: expect.stringMatching(message) })
})

it.each([
  ['{', /is not JSON/],
  ['[]', /options must be an object/],
  ['{"users":[{"username":"ann","pasword":"x"}]}', /users\[0\]\.pasword is not an option/],
])('names what is wrong in the file %s', async (text, message) => {
  const result = await run('--port', '0', '--config', await write('bad.json', text))
  expect(result).toMatchObject({ exitCode: 1, errors: expect.stringMatching(message) })
})
