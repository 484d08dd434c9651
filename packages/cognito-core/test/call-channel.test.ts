import { AsyncLocalStorage } from 'node:async_hooks'
import { tracingChannel } from 'node:diagnostics_channel'
import { inspect } from 'node:util'
import { CognitoError, createCognito } from '@x/cognito-core'
import { createCognitoAdmin } from '@x/cognito-core/admin'
import { createTestUserPool } from '@x/cognito-testing'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { scriptedCognito } from './scripted-cognito.ts'

const name = '@x/cognito-core:call'
const user = { username: 'ada', password: 'Correct-horse-1' }

/** All that is told while a test runs, as it was at that moment. */
const listen = () => {
  const told: { at: string; event: Record<string, unknown> }[] = []
  const at = (moment: string) => (event: object) => told.push({ at: moment, event: { ...event } })
  const subscribers = {
    start: at('start'),
    end: at('end'),
    asyncStart: at('asyncStart'),
    asyncEnd: at('asyncEnd'),
    error: at('error'),
  }
  const calls = tracingChannel(name)
  calls.subscribe(subscribers)
  onTestFinished(() => calls.unsubscribe(subscribers))
  return told
}

describe('the tracing channel of calls', () => {
  it('tells when each call of a sign-in begins and ends, by the name that AWS has for it', async () => {
    const told = listen()
    const pool = createTestUserPool({ users: [user] })
    await createCognito(pool.options).signIn(user)
    const { userPoolId, clientId } = pool.options
    const moments = (operation: string) =>
      ['start', 'end', 'asyncStart', 'asyncEnd'].map((at) => ({
        at,
        event: expect.objectContaining({ operation, userPoolId, clientId }),
      }))
    expect(told).toEqual([...moments('InitiateAuth'), ...moments('RespondToAuthChallenge')])
    expect(told.every(({ event }) => event['code'] === undefined)).toBe(true)
  })

  it('tells the code of a refusal before it ends, with the error', async () => {
    const told = listen()
    const pool = createTestUserPool({ users: [user] })
    const cognito = createCognito(pool.options)
    const refused = await cognito
      .signIn({ ...user, password: 'wrong' })
      .catch((error: unknown) => error)
    expect(told.slice(-4).map(({ at, event }) => [at, event['code'], event['error']])).toEqual([
      ['end', undefined, undefined],
      ['error', 'COGNITO_INVALID_CREDENTIALS', refused],
      ['asyncStart', 'COGNITO_INVALID_CREDENTIALS', refused],
      ['asyncEnd', 'COGNITO_INVALID_CREDENTIALS', refused],
    ])
    expect(refused).toBeInstanceOf(CognitoError)
  })

  it('tells that nobody was reached, and has no code for a caller who went', async () => {
    const told = listen()
    const { cognito, close } = await scriptedCognito('stall in the body')
    const gone = new AbortController()
    const reason = new Error('the client went away')
    const asking = cognito.profile.get({ accessToken: 'a' }, { signal: gone.signal })
    setTimeout(() => gone.abort(reason), 20)
    await expect(asking).rejects.toBe(reason)
    expect(told.at(-1)?.event).toMatchObject({ operation: 'GetUser', error: reason })
    expect(told.at(-1)?.event['code']).toBeUndefined()
    close()
    await expect(cognito.profile.get({ accessToken: 'a' })).rejects.toThrow()
    expect(told.at(-1)?.event).toMatchObject({ operation: 'GetUser', code: 'COGNITO_UNAVAILABLE' })
  })

  it('knows no app client of a call that is signed for the pool', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLE')
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not-so-secret')
    onTestFinished(() => void vi.unstubAllEnvs())
    const told = listen()
    const userPoolId = 'us-east-1_Scripted1'
    const { url } = await scriptedCognito({ answer: {} })
    const { sessions } = createCognitoAdmin({ userPoolId, endpoint: url })
    await sessions.list({ username: 'ada' })
    expect(told[0]?.event).toEqual({ operation: 'AdminListUserSessions', userPoolId })
  })

  it('never shows what was sent or answered', async () => {
    const told = listen()
    const pool = createTestUserPool({ users: [user], clients: [{ secret: true }] })
    const cognito = createCognito(pool.options)
    const result = await cognito.signIn(user)
    if (result.status !== 'signed-in') throw new Error(result.status)
    const { accessToken, refreshToken = '' } = result.tokens
    const fresh = await cognito.refresh({ refreshToken })
    await cognito.profile.get({ accessToken })
    await cognito.signIn({ ...user, password: 'Wrong-horse-1' }).catch(() => undefined)
    await cognito.signOut({ refreshToken })
    expect(told.length).toBeGreaterThan(20)
    const shown = inspect(told, { depth: 12, maxStringLength: null, showHidden: true })
    for (const secret of [
      user.password,
      'Wrong-horse-1',
      accessToken,
      refreshToken,
      fresh.accessToken,
      pool.options.clientSecret ?? '',
      'SECRET_HASH',
    ]) {
      expect(secret).not.toBe('')
      expect(shown).not.toContain(secret)
    }
  })

  it('lets what goes on in a call know of its beginning, as tracers need it', async () => {
    const spans = new AsyncLocalStorage<string>()
    const calls = tracingChannel(name)
    calls.start.bindStore(spans, (event) => (event as { operation: string }).operation)
    onTestFinished(() => void calls.start.unbindStore(spans))
    const seen: unknown[] = []
    const { options } = createTestUserPool({ users: [user] })
    options.client.middlewareStack.add(
      (next) => (args) => {
        seen.push(spans.getStore())
        return next(args)
      },
      { step: 'initialize', name: 'seeSpan' },
    )
    await createCognito(options).signIn(user)
    expect(seen).toEqual(['InitiateAuth', 'RespondToAuthChallenge'])
    expect(spans.getStore()).toBeUndefined()
  })
})
