import { createHmac } from 'node:crypto'
import {
  type CognitoIdentityProviderClient,
  ForgotPasswordCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { describe, expect, it } from 'vitest'
import { refusalOf } from './sign-in.ts'
import { password, poolWith, refresh, revoke, signIn } from './signed-in-pool.ts'

const newest = 'n'.repeat(30)
const older = 'o'.repeat(30)
const neither = 'x'.repeat(30)

const hashBy = (secret: string, username = 'ann') =>
  createHmac('sha256', secret).update(`${username}webclient`).digest('base64')

const wrongHash = 'NotAuthorizedException: Unable to verify secret hash for client webclient'

/** Every way in which a hash over a name is taken, each refused for nothing else than the hash. */
const hashed: readonly [
  string,
  (client: CognitoIdentityProviderClient, hash: string) => unknown,
][] = [
  [
    'a password',
    (client, SECRET_HASH) =>
      client.send(
        new InitiateAuthCommand({
          ClientId: 'webclient',
          AuthFlow: 'USER_PASSWORD_AUTH',
          AuthParameters: { USERNAME: 'ann', PASSWORD: password, SECRET_HASH },
        }),
      ),
  ],
  [
    'a choice of factors',
    (client, SECRET_HASH) =>
      client.send(
        new InitiateAuthCommand({
          ClientId: 'webclient',
          AuthFlow: 'USER_AUTH',
          AuthParameters: { USERNAME: 'ann', SECRET_HASH },
        }),
      ),
  ],
  [
    'an account',
    (client, SecretHash) =>
      client.send(
        new ForgotPasswordCommand({ ClientId: 'webclient', Username: 'ann', SecretHash }),
      ),
  ],
]

describe('of two client secrets', () => {
  it.each(hashed)('either is good for the hash of %s, and no other', async (_, call) => {
    const { client } = poolWith({ secret: [newest, older] }).options
    for (const secret of [newest, older]) {
      expect(await call(client, hashBy(secret))).toBeDefined()
    }
    expect(await refusalOf(Promise.resolve(call(client, hashBy(neither))))).toBe(wrongHash)
  })

  it('either is good for the answer to a challenge that was asked with the other', async () => {
    const { client } = poolWith({ secret: [newest, older] }).options
    const { ChallengeName, Session } = await client.send(
      new InitiateAuthCommand({
        ClientId: 'webclient',
        AuthFlow: 'USER_AUTH',
        AuthParameters: {
          USERNAME: 'ann',
          PREFERRED_CHALLENGE: 'PASSWORD',
          SECRET_HASH: hashBy(older),
        },
      }),
    )
    const { AuthenticationResult } = await client.send(
      new RespondToAuthChallengeCommand({
        ClientId: 'webclient',
        ChallengeName,
        Session,
        ChallengeResponses: { USERNAME: 'ann', PASSWORD: password, SECRET_HASH: hashBy(newest) },
      }),
    )
    expect(AuthenticationResult).toMatchObject({ TokenType: 'Bearer' })
  })

  it('either refreshes, by hash or in plain, and revokes', async () => {
    const pool = poolWith({ secret: [newest, older] })
    for (const ClientSecret of [newest, older]) {
      const { RefreshToken } = await signIn(pool)
      const byHash = new InitiateAuthCommand({
        ClientId: 'webclient',
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: RefreshToken, SECRET_HASH: hashBy(ClientSecret) },
      })
      expect((await pool.options.client.send(byHash)).AuthenticationResult).toBeDefined()
      expect(await refresh(pool, RefreshToken, { ClientSecret })).toHaveProperty(
        'AuthenticationResult',
      )
      expect(await refusalOf(revoke(pool, RefreshToken, { ClientSecret: neither }))).toBe(
        'UnauthorizedException: Unable to verify client secret for client webclient',
      )
      await revoke(pool, RefreshToken, { ClientSecret })
      expect(await refusalOf(refresh(pool, RefreshToken, { ClientSecret }))).toBe(
        'NotAuthorizedException: Refresh Token has been revoked',
      )
    }
  })
})

describe('a client secret', () => {
  it('is rotated while the one before is good, which then is deleted', async () => {
    const pool = poolWith({ secret: older })
    const { RefreshToken } = await signIn(pool)
    const added = pool.rotateClientSecret()
    expect(added).toMatch(/^[\w+]{24,64}$/)
    expect(pool.options.clientSecret).toBe(added)
    expect(pool.clients[0]).toEqual({ id: 'webclient', secret: added })
    for (const ClientSecret of [added, older]) {
      expect(await refresh(pool, RefreshToken, { ClientSecret })).toBeDefined()
    }
    pool.deleteClientSecret(older)
    expect(await refusalOf(refresh(pool, RefreshToken, { ClientSecret: older }))).toBe(
      'NotAuthorizedException: Unable to verify client secret for client webclient',
    )
    expect(await refresh(pool, RefreshToken, { ClientSecret: added })).toBeDefined()
    expect(pool.rotateClientSecret('webclient')).not.toBe(added)
  })

  it('that is the newest may be deleted, and what its client goes on with is told', async () => {
    const pool = poolWith({ secret: [newest, older] })
    pool.deleteClientSecret(newest, 'webclient')
    expect(pool.options.clientSecret).toBe(older)
    expect(await signIn(pool)).toMatchObject({ AccessToken: expect.stringMatching(/./) })
  })

  it('is one of two at most, never the last to go, and none of a client without', () => {
    const pool = poolWith({ secret: [newest, older] })
    expect(() => pool.rotateClientSecret()).toThrow(
      'rotateClientSecret is refused: Client webclient already has 2 active secrets',
    )
    expect(() => pool.deleteClientSecret(neither)).toThrow(
      'deleteClientSecret is refused: Client webclient has no such client secret.',
    )
    pool.deleteClientSecret(older)
    expect(() => pool.deleteClientSecret(newest)).toThrow(
      'deleteClientSecret is refused: The last secret of client webclient can not be deleted',
    )
    expect(() => pool.rotateClientSecret('otherclient')).toThrow(
      'rotateClientSecret is refused: Client otherclient is not configured with secret',
    )
  })
})
