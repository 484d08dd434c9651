import {
  GlobalSignOutCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { describe, expect, it } from 'vitest'
import { createTestUserPool } from '../src/index.ts'
import {
  allSessions,
  listSessions,
  ownSession,
  revokeSession,
  trackingPool,
  untracked,
} from './session-calls.ts'
import { refusalOf, signInWithPassword } from './sign-in.ts'
import { getUser, password, refresh, revoke, signIn } from './signed-in-pool.ts'

const accessRevoked = 'NotAuthorizedException: Access Token has been revoked'
const refreshRevoked = 'NotAuthorizedException: Refresh Token has been revoked'

describe('ListUserSessions', () => {
  it('tells of each sign-in of the user, in every client, and which one asks', async () => {
    const pool = trackingPool()
    const before = pool.clock.now()
    const { AccessToken } = await signIn(pool)
    await signIn(pool, 'ben')
    pool.clock.advance(60)
    await pool.options.client.send(
      new InitiateAuthCommand({
        ClientId: 'otherclient',
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: 'ann', PASSWORD: password },
        UserContextData: { IpAddress: '203.0.113.7' },
      }),
    )
    const { Sessions = [], NextToken } = await listSessions(pool, AccessToken)
    expect(Sessions).toEqual([
      {
        SessionId: expect.stringMatching(/^tkn[a-z\d]{25}$/),
        SessionType: 'TOKEN',
        ClientId: 'webclient',
        CreateDate: expect.any(Date),
        LastActiveDate: Sessions[0]?.CreateDate,
        DeviceType: expect.stringMatching(/^aws-sdk-js 3/),
        IsCurrentSession: true,
      },
      {
        SessionId: expect.stringMatching(/^tkn[a-z\d]{25}$/),
        SessionType: 'TOKEN',
        ClientId: 'otherclient',
        CreateDate: expect.any(Date),
        LastActiveDate: Sessions[1]?.CreateDate,
        DeviceType: expect.stringMatching(/^aws-sdk-js 3/),
        LastIPAddress: '203.0.113.7',
        LastLocation: { Country: 'unknown' },
        IsCurrentSession: false,
      },
    ])
    const [first = 0, second = 0] = Sessions.map(({ CreateDate }) => Number(CreateDate) / 1000)
    expect(first).toBeGreaterThanOrEqual(before)
    expect(second - first).toBeGreaterThanOrEqual(60)
    expect(NextToken).toBeUndefined()
  })

  it('knows one session of a sign-in and all that is refreshed from it', async () => {
    const pool = createTestUserPool({
      sessionTracking: true,
      clients: [{ id: 'webclient', rotation: { graceSeconds: 0 } }],
      users: [{ username: 'ann', password }],
    })
    const { AccessToken, RefreshToken } = await signIn(pool)
    const [before] = await allSessions(pool, AccessToken)
    pool.clock.advance(1000)
    const { AuthenticationResult } = await refresh(pool, RefreshToken)
    const [after, ...others] = await allSessions(pool, AuthenticationResult?.AccessToken ?? '')
    expect(others).toEqual([])
    expect(after).toMatchObject({
      SessionId: before?.SessionId,
      CreateDate: before?.CreateDate,
      IsCurrentSession: true,
    })
    expect(Number(after?.LastActiveDate) - Number(before?.CreateDate)).toBeGreaterThanOrEqual(1e6)
    expect(await ownSession(pool, AccessToken)).toBe(before?.SessionId)
  })

  it('takes the address from the refresh that tells one, and keeps it where none is told', async () => {
    const pool = trackingPool()
    const { AccessToken, RefreshToken } = await signIn(pool)
    await pool.options.client.send(
      new InitiateAuthCommand({
        ClientId: 'webclient',
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: RefreshToken },
        UserContextData: { IpAddress: '198.51.100.1' },
      }),
    )
    await refresh(pool, RefreshToken)
    expect(await allSessions(pool, AccessToken)).toMatchObject([{ LastIPAddress: '198.51.100.1' }])
  })

  it('takes the address of the answer that ended the sign-in', async () => {
    const pool = trackingPool()
    const { ChallengeName, Session } = await pool.options.client.send(
      new InitiateAuthCommand({
        ClientId: 'webclient',
        AuthFlow: 'USER_AUTH',
        AuthParameters: { USERNAME: 'ann', PREFERRED_CHALLENGE: 'PASSWORD' },
        UserContextData: { IpAddress: '198.51.100.1' },
      }),
    )
    const { AuthenticationResult } = await pool.options.client.send(
      new RespondToAuthChallengeCommand({
        ClientId: 'webclient',
        ChallengeName,
        Session,
        ChallengeResponses: { USERNAME: 'ann', PASSWORD: password },
        UserContextData: { IpAddress: '198.51.100.2' },
      }),
    )
    expect(await allSessions(pool, AuthenticationResult?.AccessToken ?? '')).toMatchObject([
      { LastIPAddress: '198.51.100.2' },
    ])
  })

  it('comes in pages, the oldest first, and takes no token but its own', async () => {
    const pool = trackingPool()
    const tokens: string[] = []
    for (let count = 0; count < 7; count += 1) {
      tokens.push((await signIn(pool)).AccessToken)
    }
    const [AccessToken = ''] = tokens
    const first = await listSessions(pool, AccessToken)
    const second = await listSessions(pool, AccessToken, first.NextToken)
    expect([first.Sessions?.length, second.Sessions?.length]).toEqual([5, 2])
    expect(second.NextToken).toBeUndefined()
    const pages = [...(first.Sessions ?? []), ...(second.Sessions ?? [])]
    const ids = await Promise.all(tokens.map((token) => ownSession(pool, token)))
    expect(pages.map(({ SessionId }) => SessionId)).toEqual(ids)
    const { AccessToken: ben } = await signIn(pool, 'ben')
    for (const call of [
      listSessions(pool, AccessToken, 'bm9uc2Vuc2U'),
      listSessions(pool, ben, first.NextToken),
    ]) {
      expect(await refusalOf(call)).toBe(
        'InvalidParameterException: Invalid pagination token given.',
      )
    }
  })

  it('forgets what ended: signed out, signed out everywhere, or too old to be refreshed', async () => {
    const pool = createTestUserPool({
      sessionTracking: true,
      clients: [{ id: 'webclient', lifetimes: { refresh: 3600, access: 86_400 } }],
      users: [{ username: 'ann', password }],
    })
    const [phone, laptop] = [await signIn(pool), await signIn(pool)]
    await revoke(pool, phone.RefreshToken)
    expect(await allSessions(pool, laptop.AccessToken)).toMatchObject([{ IsCurrentSession: true }])
    pool.clock.advance(1800)
    const desk = await signIn(pool)
    pool.clock.advance(1800)
    expect(await allSessions(pool, desk.AccessToken)).toMatchObject([{ IsCurrentSession: true }])
    expect(await allSessions(pool, laptop.AccessToken)).toMatchObject([{ IsCurrentSession: false }])
    await pool.options.client.send(new GlobalSignOutCommand({ AccessToken: desk.AccessToken }))
    const { AccessToken } = await signIn(pool)
    expect(await allSessions(pool, AccessToken)).toMatchObject([{ IsCurrentSession: true }])
  })

  it.each([false, undefined])('is refused where nothing is tracked: %j', async (tracking) => {
    const pool = createTestUserPool({
      ...(tracking !== undefined && { sessionTracking: tracking }),
      users: [{ username: 'ann', password }],
    })
    const { AccessToken } = await signIn(pool)
    expect(await refusalOf(listSessions(pool, AccessToken))).toBe(untracked)
    expect(await refusalOf(revokeSession(pool, AccessToken, 'tkn'))).toBe(untracked)
  })
})

describe('RevokeUserSession', () => {
  it('ends another session with all its tokens, and lets the others be', async () => {
    const pool = trackingPool()
    const [phone, laptop] = [await signIn(pool), await signIn(pool)]
    const refreshed = await refresh(pool, phone.RefreshToken)
    const id = await ownSession(pool, phone.AccessToken)
    await revokeSession(pool, laptop.AccessToken, id, { RevokeAssociatedSessions: 'LINKED' })
    expect(await refusalOf(refresh(pool, phone.RefreshToken))).toBe(refreshRevoked)
    for (const token of [phone.AccessToken, refreshed.AuthenticationResult?.AccessToken ?? '']) {
      expect(await refusalOf(getUser(pool, token))).toBe(accessRevoked)
    }
    expect(await getUser(pool, laptop.AccessToken)).toMatchObject({ Username: 'ann' })
    expect(await allSessions(pool, laptop.AccessToken)).toHaveLength(1)
    expect(await refusalOf(revokeSession(pool, laptop.AccessToken, id))).toBe(
      'ResourceNotFoundException: Session does not exist.',
    )
  })

  it('finds the session of tokens without origin_jti, too', async () => {
    const pool = createTestUserPool({
      sessionTracking: true,
      clients: [{ tokenRevocation: false }],
      users: [{ username: 'ann', password }],
    })
    const [phone, laptop] = [await signIn(pool), await signIn(pool)]
    const id = await ownSession(pool, phone.AccessToken)
    await revokeSession(pool, laptop.AccessToken, id)
    expect(await refusalOf(getUser(pool, phone.AccessToken))).toBe(accessRevoked)
    expect(await allSessions(pool, laptop.AccessToken)).toMatchObject([{ IsCurrentSession: true }])
  })

  it('ends neither the caller’s own session nor that of somebody else', async () => {
    const pool = trackingPool()
    const [ann, ben] = [await signIn(pool), await signIn(pool, 'ben')]
    const refreshed = await refresh(pool, ann.RefreshToken)
    const own = await ownSession(pool, ann.AccessToken)
    for (const token of [ann.AccessToken, refreshed.AuthenticationResult?.AccessToken ?? '']) {
      expect(await refusalOf(revokeSession(pool, token, own))).toBe(
        'InvalidParameterException: Cannot revoke the current session.',
      )
    }
    expect(await refusalOf(revokeSession(pool, ben.AccessToken, own))).toBe(
      'ResourceNotFoundException: Session does not exist.',
    )
    expect(await getUser(pool, ann.AccessToken)).toMatchObject({ Username: 'ann' })
  })
})

describe('at the limit', () => {
  it('a sign-in ends the session that was refreshed or begun least recently', async () => {
    const pool = trackingPool({ maxPerUser: 2 })
    const phone = await signIn(pool)
    pool.clock.advance(10)
    const laptop = await signIn(pool)
    const ben = await signIn(pool, 'ben')
    pool.clock.advance(10)
    await refresh(pool, phone.RefreshToken)
    await getUser(pool, laptop.AccessToken)
    pool.clock.advance(10)
    const desk = await signIn(pool)
    expect(await refusalOf(refresh(pool, laptop.RefreshToken))).toBe(refreshRevoked)
    expect(await refusalOf(getUser(pool, laptop.AccessToken))).toBe(accessRevoked)
    const left = [phone, desk].map(({ AccessToken }) => ownSession(pool, AccessToken))
    const sessions = await allSessions(pool, desk.AccessToken)
    expect(sessions.map(({ SessionId }) => SessionId)).toEqual(await Promise.all(left))
    expect(await allSessions(pool, ben.AccessToken)).toHaveLength(1)
  })

  it('a sign-in that fails ends nothing', async () => {
    const pool = trackingPool({ maxPerUser: 1 })
    const { AccessToken } = await signIn(pool)
    await refusalOf(signInWithPassword(pool, 'ann', 'Wrong-Horse1'))
    expect(await allSessions(pool, AccessToken)).toHaveLength(1)
  })
})
