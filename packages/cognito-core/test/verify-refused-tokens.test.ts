import { constants, createHmac, sign } from 'node:crypto'
import { inspect } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import type { TokenError } from '../src/errors/token-error.ts'
import { createTokenVerifier } from '../src/verify/verify-token.ts'
import { accessClaims, clientId, idClaims, userPoolId } from './verify/claims-of-alice.ts'
import { startKeyServer } from './verify/key-server.ts'
import { createSigningKey, encode, signToken } from './verify/signing-key.ts'

const key = createSigningKey('pool-key')
const foreignKey = createSigningKey('pool-key')
const nowSeconds = Math.floor(Date.now() / 1000)
const { verifyAccessToken, verifyIdToken } = createTokenVerifier({
  userPoolId,
  clientId,
  jwks: { keys: [key.jwk] },
})

const token = (changes = {}) => signToken({ key, payload: accessClaims(changes) })
const headed = (header: Record<string, unknown> | string) =>
  signToken({ key, payload: accessClaims(), header })
const signedBy = (alg: string, signWith: (signed: Buffer) => Buffer) =>
  signToken({ key, payload: accessClaims(), header: { alg }, signWith })

const refusalOf = (verified: Promise<unknown>): Promise<TokenError> =>
  verified.then(
    () => {
      throw new Error('the token was accepted')
    },
    (error) => error,
  )

/** Nothing that the token says may be found in what would be logged. */
const expectSilent = (error: Error, refused: string): void => {
  const logged = [
    error.message,
    error.stack,
    inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true }),
    JSON.stringify({ ...error, message: error.message, cause: error.cause }),
  ].join('\n')
  const [header = '', payload = '', signature = ''] = refused.split('.')
  for (const secret of [header, payload, signature, 'alice-in-chains', 'elsewhere', 'intruder']) {
    if (secret.length > 3) expect(logged).not.toContain(secret)
  }
}

const pem = key.publicKey.export({ type: 'spki', format: 'pem' })
const der = key.publicKey.export({ type: 'spki', format: 'der' })
const hmac = (secret: string | Buffer) => (signed: Buffer) =>
  createHmac('sha256', secret).update(signed).digest()
const rsa = (hash: string) => (signed: Buffer) => sign(hash, signed, key.privateKey)
const pss = (signed: Buffer) =>
  sign('RSA-SHA256', signed, {
    key: key.privateKey,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: 32,
  })

const [head = '', body = '', signature = ''] = token().split('.')
const elsewhere = {
  jku: 'http://127.0.0.1:9/elsewhere',
  x5u: 'http://127.0.0.1:9/elsewhere',
  jwk: foreignKey.jwk,
}

describe('an access token is refused as TOKEN_UNTRUSTED', () => {
  it.each<[string, string, string | undefined]>([
    ['without a signature (alg none)', signedBy('none', () => Buffer.from('x')), undefined],
    ['with alg None', signedBy('None', () => Buffer.from('x')), undefined],
    ['under HS256 with the public key as PEM', signedBy('HS256', hmac(pem)), undefined],
    ['under HS256 with the public key as DER', signedBy('HS256', hmac(der)), undefined],
    ['under RS384', signedBy('RS384', rsa('RSA-SHA384')), undefined],
    ['under RS512', signedBy('RS512', rsa('RSA-SHA512')), undefined],
    ['under PS256', signedBy('PS256', pss), undefined],
    ['under PS256 that says RS256', signedBy('RS256', pss), undefined],
    ['under rs256 in small letters', signedBy('rs256', rsa('RSA-SHA256')), undefined],
    ['without an algorithm', headed({ alg: undefined }), undefined],
    [
      'of another pool',
      token({ iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_other' }),
      'iss',
    ],
    [
      'of the same pool id in another region',
      token({ iss: `https://cognito-idp.us-east-1.amazonaws.com/${userPoolId}` }),
      'iss',
    ],
    [
      'of an issuer that only begins alike',
      token({ iss: `${accessClaims()['iss']}.elsewhere.example` }),
      'iss',
    ],
    ['without an issuer', token({ iss: undefined }), 'iss'],
    ['of another app client', token({ client_id: 'elsewhere' }), 'client_id'],
    ['with a list of app clients', token({ client_id: [clientId] }), 'client_id'],
    [
      'without an app client, though the audience is right',
      token({ client_id: undefined, aud: clientId }),
      'client_id',
    ],
    ['that is an ID token', signToken({ key, payload: idClaims() }), 'token_use'],
    ['that says it is a refresh token', token({ token_use: 'refresh' }), 'token_use'],
    ['that does not say what it is for', token({ token_use: undefined }), 'token_use'],
    ['that is not valid yet', token({ nbf: nowSeconds + 600 }), 'nbf'],
    [
      'signed by a foreign key under our key id',
      signToken({ key: foreignKey, payload: accessClaims() }),
      undefined,
    ],
    [
      'signed by a foreign key that the header brings',
      signToken({ key: foreignKey, payload: accessClaims(), header: elsewhere }),
      undefined,
    ],
    ['without a key id', headed({ kid: undefined }), undefined],
    ['with an empty key id', headed({ kid: '' }), undefined],
    ['with an unknown key id', headed({ kid: 'elsewhere' }), undefined],
    ['with a key id that is a path', headed({ kid: '../../../../dev/null' }), undefined],
    ['with a key id of the prototype', headed({ kid: '__proto__' }), undefined],
    [
      'whose signature is of another token',
      `${head}.${encode(accessClaims({ username: 'intruder' }))}.${signature}`,
      undefined,
    ],
    ['whose signature is cut', `${head}.${body}.${signature.slice(0, -4)}`, undefined],
    ['whose signature is one letter', `${head}.${body}.A`, undefined],
    ['whose expiry no calendar knows', token({ exp: -1e300 }), undefined],
  ])('%s', async (_name, refused, claim) => {
    const error = await refusalOf(verifyAccessToken(refused))
    expect({ ...error }).toMatchObject({ name: 'TokenError', code: 'TOKEN_UNTRUSTED' })
    expect(error.claim).toBe(claim)
    expectSilent(error, refused)
  })
})

describe('an access token is refused as TOKEN_EXPIRED', () => {
  it.each([1, 0, -1, nowSeconds - 1])('that expired at %d', async (exp) => {
    const error = await refusalOf(verifyAccessToken(token({ exp })))
    expect(error).toMatchObject({ name: 'TokenError', code: 'TOKEN_EXPIRED', claim: 'exp' })
    expectSilent(error, token({ exp }))
  })

  it('only when it is genuine: an expired forgery is not trusted', async () => {
    const forged = signToken({ key: foreignKey, payload: accessClaims({ exp: 1 }) })
    await expect(verifyAccessToken(forged)).rejects.toMatchObject({ code: 'TOKEN_UNTRUSTED' })
  })
})

describe('an access token is refused as TOKEN_MALFORMED', () => {
  const nested = '['.repeat(10_000)
  const payloadText = (text: string) => signToken({ key, payload: text })

  it.each<[string, string]>([
    ['of one word', 'intruder'],
    ['of white space', ' '],
    ['of two parts', `${head}.${body}`],
    ['of four parts', `${head}.${body}.${signature}.${signature}`],
    ['of five parts, as an encrypted one has', `${head}.${body}.${signature}.a.b`],
    ['of empty parts', '..'],
    ['without a signature', `${head}.${body}.`],
    ['with a space before it', ` ${token()}`],
    ['with a line break after it', `${token()}\n`],
    ['with a scheme before it', `Bearer ${token()}`],
    ['in standard base64', `${head}.+/${body}.${signature}`],
    ['with a zero byte', `${head}.${body}\0.${signature}`],
    ['whose header is cut', `${head.slice(0, -5)}.${body}.${signature}`],
    ['whose header is garbled', `AAAA${head}.${body}.${signature}`],
    ['whose header is a list', headed('[]')],
    ['whose header is null', headed('null')],
    ['whose payload is cut', `${head}.${body.slice(0, -5)}.${signature}`],
    ['whose payload is garbled', `${head}.AAAA${body}.${signature}`],
    ['whose payload is a string', payloadText('"alice-in-chains"')],
    ['whose payload is a list', payloadText('[]')],
    ['whose payload is nested without end', payloadText(nested + ']'.repeat(10_000))],
    ['whose payload never closes', payloadText(nested)],
    ['whose key id is a number', headed({ kid: 7 })],
    ['whose key id is an object', headed({ kid: { toString: 'pool-key' } })],
    ['whose algorithm is a list', headed({ alg: ['RS256'] })],
    ['whose expiry is text', token({ exp: '99999999999' })],
    [
      'whose expiry is infinite',
      payloadText(JSON.stringify(accessClaims({ exp: 0 })).replace('"exp":0', '"exp":1e999')),
    ],
    ['whose scope is a list', token({ scope: ['orders/read'] })],
    ['whose issuer is a list', token({ iss: [accessClaims()['iss']] })],
    ['that is oversized', token({ padding: 'x'.repeat(30_000) })],
    ['that is enormous', 'x'.repeat(10_000_000)],
  ])('%s', async (_name, refused) => {
    const error = await refusalOf(verifyAccessToken(refused))
    expect(error).toMatchObject({ name: 'TokenError', code: 'TOKEN_MALFORMED' })
    expectSilent(error, refused)
  })

  it.each([
    ['exp', { exp: undefined }],
    ['sub', { sub: undefined }],
    ['sub', { sub: '' }],
    ['username', { username: 7 }],
    ['username', { username: undefined }],
    ['cognito:groups', { 'cognito:groups': 'staff' }],
    ['cognito:groups', { 'cognito:groups': { 0: 'staff', length: 1 } }],
    ['cognito:groups', { 'cognito:groups': [['staff']] }],
    ['cognito:groups', { 'cognito:groups': null }],
  ])('whose %s is not as Cognito writes it: %j', async (claim, changes) => {
    const error = await refusalOf(verifyAccessToken(token(changes), { groups: ['staff'] }))
    expect(error).toMatchObject({ code: 'TOKEN_MALFORMED', claim })
  })

  it.each<[string, unknown]>([
    ['a number', 7],
    ['true', true],
    ['an object', {}],
    ['a list', [token()]],
    ['a buffer', Buffer.from(token())],
    ['a symbol', Symbol('token')],
    ['a function', () => token()],
  ])('that is %s', async (_name, value) => {
    const error = await refusalOf(verifyAccessToken(value as string))
    expect(error).toMatchObject({ code: 'TOKEN_MALFORMED' })
  })
})

describe('no token', () => {
  it.each([[''], [undefined], [null]])('is TOKEN_MISSING: %o', async (value) => {
    const missing = value as unknown as string
    await expect(verifyAccessToken(missing)).rejects.toMatchObject({ code: 'TOKEN_MISSING' })
    await expect(verifyIdToken(missing)).rejects.toMatchObject({ code: 'TOKEN_MISSING' })
  })
})

describe('an ID token is refused', () => {
  it.each<[string, string, string]>([
    ['of another app client', signToken({ key, payload: idClaims({ aud: 'elsewhere' }) }), 'aud'],
    [
      'with a list of app clients',
      signToken({ key, payload: idClaims({ aud: [clientId] }) }),
      'aud',
    ],
    [
      'without an app client',
      signToken({ key, payload: idClaims({ aud: undefined, client_id: clientId }) }),
      'aud',
    ],
    ['that is an access token', token({ aud: clientId }), 'token_use'],
  ])('%s', async (_name, refused, claim) => {
    const error = await refusalOf(verifyIdToken(refused))
    expect(error).toMatchObject({ name: 'TokenError', code: 'TOKEN_UNTRUSTED', claim })
    expectSilent(error, refused)
  })
})

describe('a payload that reaches for prototypes', () => {
  const polluted = JSON.stringify(accessClaims()).replace(
    '{',
    '{"__proto__":{"isAdmin":true,"cognito:groups":["admins"]},"constructor":{"prototype":{"isAdmin":true}},',
  )

  it('changes no object and gives no claim', async () => {
    const claims = await verifyAccessToken(signToken({ key, payload: polluted }))
    expect(claims['isAdmin']).toBeUndefined()
    expect(Object.getPrototypeOf(claims)).toBe(Object.prototype)
    expect(Object.hasOwn(claims, 'constructor')).toBe(false)
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
  })

  it('meets no requirement', async () => {
    const verified = verifyAccessToken(signToken({ key, payload: polluted }), {
      groups: ['admins'],
    })
    await expect(verified).rejects.toMatchObject({ code: 'TOKEN_INSUFFICIENT' })
  })
})

describe('a header that points elsewhere', async () => {
  const intruder = await startKeyServer([foreignKey.jwk])
  afterAll(() => intruder.close())

  it('is not followed', async () => {
    const header = { jku: `${intruder.endpoint}/jwks.json`, x5u: `${intruder.endpoint}/x5u` }
    const forged = signToken({ key: foreignKey, payload: accessClaims(), header })
    await expect(verifyAccessToken(forged)).rejects.toMatchObject({ code: 'TOKEN_UNTRUSTED' })
    expect(intruder.requests).toEqual([])
  })
})

describe('errors', () => {
  it('are fresh each time', async () => {
    const first = await refusalOf(verifyAccessToken(token({ exp: 1 })))
    const second = await refusalOf(verifyAccessToken(token({ exp: 1 })))
    expect(first).not.toBe(second)
  })
})
