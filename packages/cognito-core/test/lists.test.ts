import { type Cognito, createCognito } from '@x/cognito-core'
import { createTestUserPool, type TestUserPool } from '@x/cognito-testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { scriptedCognito } from './scripted-cognito.ts'

const user = { username: 'ada', password: 'Correct-horse-1' }

/** Cognito gives sixty at once. */
const devices = 61

describe('a list of more than a page', () => {
  let pool: TestUserPool
  let cognito: Cognito
  let accessToken: string
  const keys = new Set<string | undefined>()
  beforeAll(async () => {
    pool = createTestUserPool({ deviceTracking: 'always', users: [user] })
    cognito = createCognito(pool.options)
    for (const _ of Array.from({ length: devices })) {
      const result = await cognito.signIn({ method: 'password', ...user })
      if (result.status !== 'signed-in') throw new Error(result.status)
      accessToken = result.tokens.accessToken
      keys.add(result.newDevice?.key)
    }
  })

  it('has every page, and each item once', async () => {
    const listed = await cognito.devices.list({ accessToken })
    expect(listed).toHaveLength(devices)
    expect(new Set(listed.map(({ key }) => key))).toEqual(keys)
  })

  it('asks for no further page when its caller has gone', async () => {
    const gone = new AbortController()
    const { client } = pool.options
    client.middlewareStack.add(
      (next) => async (args) => {
        const page = await next(args)
        gone.abort(new Error('gone'))
        return page
      },
      { step: 'initialize', name: 'goAfterAPage' },
    )
    const before = pool.calls['ListDevices'] ?? 0
    const listing = cognito.devices.list({ accessToken }, { signal: gone.signal })
    await expect(listing).rejects.toThrow('gone')
    expect(pool.calls['ListDevices']).toBe(before + 1)
    client.middlewareStack.remove('goAfterAPage')
  })
})

describe('a list that leads back to where it came from', () => {
  const again = { PaginationToken: 'again', NextToken: 'again' }
  it.each<[name: string, list: (cognito: Cognito) => Promise<unknown>]>([
    ['devices', (cognito) => cognito.devices.list({ accessToken: 'a' })],
    ['passkeys', (cognito) => cognito.passkeys.list({ accessToken: 'a' })],
    ['sessions', (cognito) => cognito.sessions.list({ accessToken: 'a' })],
  ])('ends: %s', async (_name, list) => {
    const { cognito, calls } = await scriptedCognito({ answer: again })
    await expect(list(cognito)).rejects.toMatchObject({ code: 'COGNITO_UNEXPECTED' })
    expect(calls).toHaveLength(2)
  })

  it.each<[name: string, list: (cognito: Cognito) => Promise<unknown>]>([
    ['devices', (cognito) => cognito.devices.list({ accessToken: 'a' })],
    ['passkeys', (cognito) => cognito.passkeys.list({ accessToken: 'a' })],
    ['sessions', (cognito) => cognito.sessions.list({ accessToken: 'a' })],
  ])('ends also where the way back is longer: %s', async (_name, list) => {
    const other = { PaginationToken: 'other', NextToken: 'other' }
    const { cognito, calls } = await scriptedCognito(
      { answer: again },
      { answer: other },
      { answer: again },
    )
    await expect(list(cognito)).rejects.toMatchObject({ code: 'COGNITO_UNEXPECTED' })
    expect(calls).toHaveLength(3)
  })
})
