import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createLocalUsers } from '../src/database/local-users.ts'
import { openEmbedded } from '../src/database/open-embedded.ts'
import { openServer } from '../src/database/open-server.ts'
import { users } from '../src/database/users.ts'
import { hasPostgres, startPostgres } from './postgres-server.ts'
import { startService, tokensOf } from './start-service.ts'

const onServer = test.runIf(hasPostgres)

const openOwn = async () => {
  const server = await startPostgres()
  const onLost = vi.fn()
  const database = await openServer({ connectionString: server.url }, onLost)
  onTestFinished(database.close)
  return { ...server, database, onLost }
}

const ways = [
  {
    name: 'in this process',
    run: test,
    open: async () => {
      const database = await openEmbedded()
      onTestFinished(database.close)
      return database
    },
  },
  { name: 'on a server', run: onServer, open: async () => (await openOwn()).database },
]

describe.each(ways)('with a PostgreSQL $name', ({ run, open }) => {
  run('the first request of a user makes a row, and the next ones find it', async () => {
    const local = createLocalUsers(await open())
    const user = { sub: randomUUID(), username: 'ada' }
    const first = await local.provision(user)
    expect(first).toMatchObject({ ...user, isActive: true, email: null })
    expect(await local.provision(user)).toEqual(first)
    const profile = { sub: user.sub, email: 'ada@example.com', firstName: 'Ada', lastName: null }
    expect(await local.keepProfile(profile)).toEqual({ ...first, ...profile })
  })

  run('first requests of a new user at once make one row', async () => {
    const database = await open()
    const { login, me } = await startService({ users: createLocalUsers(database) })
    const tokens = tokensOf(await login())
    const answers = await Promise.all(Array.from({ length: 8 }, () => me(tokens)))
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200))
    expect(await database.orm.$count(users)).toBe(1)
  })

  run(
    'an account that is switched off is kept out, and signed in as before when it is on',
    async () => {
      const database = await open()
      const { login, me } = await startService({ users: createLocalUsers(database) })
      const tokens = tokensOf(await login())
      expect((await me(tokens)).status).toBe(200)
      await database.orm.update(users).set({ isActive: false })
      expect(await me(tokens)).toMatchObject({
        status: 403,
        body: { error: 'This account is switched off here.' },
      })
      await database.orm.update(users).set({ isActive: true })
      expect((await me(tokens)).status).toBe(200)
    },
  )

  run('a query that is refused is a 500 without what was in it', async () => {
    const database = await open()
    const lines: string[] = []
    const logger = { level: 'warn', stream: { write: (line: string) => void lines.push(line) } }
    const { login, me } = await startService({ users: createLocalUsers(database), logger })
    const tokens = tokensOf(await login())
    await database.orm.execute(sql`DROP TABLE users`)
    const answer = await me(tokens)
    expect(answer).toMatchObject({ status: 500, body: { error: 'Something went wrong here.' } })
    expect(lines.join('')).toContain('does not exist')
    expect(lines.join('')).not.toContain('ada@example.com')
    expect(lines.join('')).not.toContain(tokens.AccessToken)
  })
})

test('a database that is away is a 503, and whoever is signed in stays so', async () => {
  const database = await openEmbedded()
  const { login, me } = await startService({ users: createLocalUsers(database) })
  await database.close()
  const answer = await login()
  expect(answer.status).toBe(200)
  expect(await me(tokensOf(answer))).toMatchObject({
    status: 503,
    body: { code: 'DATABASE_UNAVAILABLE', error: expect.stringContaining('still signed in') },
  })
})

onServer('a server that stops is a 503, and all goes on once it is back', async () => {
  const { database, stop, start, onLost } = await openOwn()
  const { login, me } = await startService({ users: createLocalUsers(database) })
  const tokens = tokensOf(await login())
  expect((await me(tokens)).status).toBe(200)
  await stop()
  const down = await me(tokens)
  expect(down).toMatchObject({ status: 503, body: { code: 'DATABASE_UNAVAILABLE' } })
  expect(down.headers.get('retry-after')).toBe('5')
  expect(onLost).toHaveBeenCalled()
  expect((await login()).status).toBe(200)
  await start()
  expect((await me(tokens)).status).toBe(200)
})

onServer('processes that start at once make the tables once', async () => {
  const { url } = await startPostgres()
  const open = async () => {
    const database = await openServer({ connectionString: url }, () => undefined)
    onTestFinished(database.close)
    return database
  }
  const [first] = await Promise.all([open(), open(), open()])
  const done = sql`SELECT count(*)::int AS count FROM drizzle.__drizzle_migrations`
  expect(await first?.orm.execute(done)).toMatchObject({ rows: [{ count: 2 }] })
})
