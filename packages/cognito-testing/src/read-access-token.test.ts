import { sign } from 'node:crypto'
import { expect, it } from 'vitest'
import { addUser } from './add-user.ts'
import { createPool } from './pool.ts'
import { readSettings } from './pool-settings.ts'
import { readAccessToken } from './read-access-token.ts'
import { signingKeysOf } from './signing-keys.ts'

const poolWithAnn = () => {
  const pool = createPool(readSettings({ clients: [{ id: 'webclient' }] }))
  addUser(pool, { options: { username: 'ann' }, path: 'user' })
  return pool
}

/** A token as the pool would sign it, with other claims. */
const signed = (pool: ReturnType<typeof createPool>, claims: object, alg = 'RS256'): string => {
  const { kid, privateKey } = signingKeysOf(pool.settings.userPoolId).access
  const all = {
    iss: pool.settings.issuer,
    token_use: 'access',
    scope: 'openid aws.cognito.signin.user.admin',
    exp: pool.clock.now() + 60,
    username: 'ann',
    sub: pool.users.get('ann')?.sub,
    client_id: 'webclient',
    ...claims,
  }
  const parts = [{ kid, alg }, all].map((part) => Buffer.from(JSON.stringify(part)))
  const content = parts.map((part) => part.toString('base64url')).join('.')
  return `${content}.${sign('RSA-SHA256', Buffer.from(content), privateKey).toString('base64url')}`
}

it('gives the user a token speaks for, and the client', () => {
  const pool = poolWithAnn()
  expect(readAccessToken(pool, signed(pool, {}))).toMatchObject({
    user: { username: 'ann' },
    client: { id: 'webclient' },
  })
})

it.each([
  ['Invalid Access Token', { token_use: 'id' }],
  ['Invalid Access Token', { iss: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Other' }],
  ['Invalid Access Token', { client_id: 'otherclient' }],
  ['User does not exist.', { username: 'nobody' }],
  ['User does not exist.', { username: 'nobody', sub: undefined }],
  ['User does not exist.', { sub: 'somebody' }],
  ['Access Token has expired', { exp: 0 }],
  ['Access Token does not have required scopes', { scope: 'openid' }],
])('says "%s" to one with %j', (message, claims) => {
  const pool = poolWithAnn()
  expect(() => readAccessToken(pool, signed(pool, claims))).toThrow(message)
})

it('takes no other algorithm, however it is signed', () => {
  const pool = poolWithAnn()
  expect(() => readAccessToken(pool, signed(pool, {}, 'RS512'))).toThrow(
    'Could not verify signature',
  )
})

it('refuses a user who was disabled since', () => {
  const pool = poolWithAnn()
  const token = signed(pool, {})
  pool.users.update('ann', { enabled: false })
  expect(() => readAccessToken(pool, token)).toThrow('User is disabled.')
})
