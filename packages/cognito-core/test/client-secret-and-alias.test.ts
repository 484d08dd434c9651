import { createHmac } from 'node:crypto'
import { RespondToAuthChallengeCommand } from '@aws-sdk/client-cognito-identity-provider'
import { type Challenge, createCognito, type SignInResult } from '@x/cognito-core'
import { createTestUserPool } from '@x/cognito-testing'
import { describe, expect, it } from 'vitest'

const password = 'Correct-horse-1'
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const challengeIn = (result: SignInResult): Challenge => {
  if (result.status !== 'challenge') throw new Error(`expected a challenge, got ${result.status}`)
  return result.challenge
}

const users = (name: (local: string) => string) => [
  {
    username: name('plain'),
    password,
    attributes: { email: 'plain@example.com', email_verified: 'true' },
  },
  {
    username: name('totp'),
    password,
    mfa: 'totp' as const,
    attributes: { email: 'totp@example.com', email_verified: 'true' },
  },
  {
    username: name('new'),
    password,
    status: 'FORCE_CHANGE_PASSWORD' as const,
    attributes: { email: 'new@example.com', email_verified: 'true' },
  },
]

/** What people type is an e-mail address; what the pool calls them is something else. */
const pools = {
  'an e-mail pool, whose user names are UUIDs': () =>
    createTestUserPool({
      signInWith: ['email'],
      clients: [{ secret: true }],
      users: users((local) => `${local}@example.com`),
    }),
  'a pool with the e-mail as an alias': () =>
    createTestUserPool({
      aliases: ['email'],
      clients: [{ secret: true }],
      users: users((local) => local),
    }),
  'an e-mail pool whose app client rotates refresh tokens': () =>
    createTestUserPool({
      signInWith: ['email'],
      clients: [{ secret: true, rotation: { graceSeconds: 0 } }],
      users: users((local) => `${local}@example.com`),
    }),
}

describe.each(Object.entries(pools))('SRP with a client secret in %s', (_name, createPool) => {
  it('signs in by password', async () => {
    const cognito = createCognito(createPool().options)
    const result = await cognito.signIn({ username: 'plain@example.com', password })
    expect(result.status).toBe('signed-in')
  })

  it('signs in through MFA', async () => {
    const pool = createPool()
    const cognito = createCognito(pool.options)
    const challenge = challengeIn(await cognito.signIn({ username: 'totp@example.com', password }))
    expect(challenge.username).not.toBe('totp@example.com')
    if (challenge.kind !== 'totp-code') throw new Error(challenge.kind)
    const code = pool.totpCodeFor('totp@example.com')
    expect(await cognito.answerChallenge(challenge, { code })).toMatchObject({
      status: 'signed-in',
    })
  })

  it('signs in through a new password', async () => {
    const cognito = createCognito(createPool().options)
    const challenge = challengeIn(await cognito.signIn({ username: 'new@example.com', password }))
    if (challenge.kind !== 'new-password') throw new Error(challenge.kind)
    const result = await cognito.answerChallenge(challenge, { newPassword: 'Battery-staple-2' })
    expect(result.status).toBe('signed-in')
  })

  it('refreshes', async () => {
    const cognito = createCognito(createPool().options)
    const result = await cognito.signIn({ username: 'plain@example.com', password })
    if (result.status !== 'signed-in') throw new Error(result.status)
    const { refreshToken = '' } = result.tokens
    const fresh = await cognito.refresh({ refreshToken })
    expect(fresh.accessToken).not.toBe(result.tokens.accessToken)
    await expect(cognito.verifyAccessToken(fresh.accessToken)).resolves.toBeDefined()
  })
})

it('shows that the pool refuses what the widely copied way sends: the real name, with a hash over the typed one', async () => {
  const pool = pools['an e-mail pool, whose user names are UUIDs']()
  const { clientId, clientSecret = '', client } = pool.options
  const typed = 'totp@example.com'
  const challenge = challengeIn(
    await createCognito(pool.options).signIn({ username: typed, password }),
  )
  expect(challenge.username).toMatch(uuid)

  const hashOver = (username: string) =>
    createHmac('sha256', clientSecret)
      .update(username + clientId)
      .digest('base64')
  const answer = (hashed: string) =>
    client.send(
      new RespondToAuthChallengeCommand({
        ClientId: clientId,
        ChallengeName: challenge.cognitoName,
        Session: challenge.session,
        ChallengeResponses: {
          USERNAME: challenge.username,
          SECRET_HASH: hashOver(hashed),
          SOFTWARE_TOKEN_MFA_CODE: pool.totpCodeFor(typed),
        },
      }),
    )
  await expect(answer(typed)).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: `Unable to verify secret hash for client ${clientId}`,
  })
  await expect(answer(challenge.username)).resolves.toHaveProperty(
    'AuthenticationResult.AccessToken',
  )
})
