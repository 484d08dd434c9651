import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTokenVerifier } from '../src/verify/verify-token.ts'
import {
  accessClaims,
  clientId,
  idClaims,
  issuer,
  updatedIssuer,
  userPoolId,
} from './verify/claims-of-alice.ts'
import { type KeyServer, startKeyServer } from './verify/key-server.ts'
import { createSigningKey, type SigningKey, signToken } from './verify/signing-key.ts'

const accessKey = createSigningKey('access-key')
const idKey = createSigningKey('id-key')
const rotatedKey = createSigningKey('rotated-key')
const accessToken = (key: SigningKey = accessKey, changes = {}) =>
  signToken({ key, payload: accessClaims(changes) })
const idToken = signToken({ key: idKey, payload: idClaims() })
const forgedToken = signToken({
  key: accessKey,
  payload: accessClaims(),
  header: { kid: 'forged' },
})

let server: KeyServer
beforeEach(async () => {
  server = await startKeyServer([idKey.jwk, accessKey.jwk])
  // The pauses between fetches are measured on this clock; nothing else is faked.
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(async () => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  await server.close()
})

const createVerifier = (timing?: Parameters<typeof createTokenVerifier>[1]) =>
  createTokenVerifier({ userPoolId, clientId, endpoint: server.endpoint }, timing)

const impatient = { timeoutMs: 300, pauses: { unknownKeyMs: 10_000, failureMs: 1_000 } }
const unavailable = { name: 'CognitoError', code: 'KEYS_UNAVAILABLE', retryable: true }
const untrusted = { name: 'TokenError', code: 'TOKEN_UNTRUSTED' }

describe('the keys of a pool', () => {
  it('are fetched once for a thousand first requests, access and ID tokens of both issuers', async () => {
    const { verifyAccessToken, verifyIdToken } = createVerifier()
    const updatedToken = accessToken(accessKey, { iss: updatedIssuer })
    const verified = await Promise.all(
      Array.from({ length: 1_000 }, (_, index) => {
        if (index % 3 === 0) return verifyIdToken(idToken)
        return verifyAccessToken(index % 3 === 1 ? accessToken() : updatedToken)
      }),
    )
    expect(verified).toHaveLength(1_000)
    await verifyAccessToken(accessToken())
    expect(server.requests).toEqual([`/${userPoolId}/.well-known/jwks.json`])
  })

  it('are fetched at the path that the endpoint has', async () => {
    const endpoint = `${server.endpoint}/cognito/`
    await createTokenVerifier({ userPoolId, clientId, endpoint }).verifyAccessToken(accessToken())
    expect(server.requests).toEqual([`/cognito/${userPoolId}/.well-known/jwks.json`])
  })

  it('can be fetched before the first request', async () => {
    const { verifyAccessToken, verifyIdToken, prefetchKeys } = createVerifier()
    await prefetchKeys()
    expect(server.requests).toHaveLength(1)
    await Promise.all([verifyAccessToken(accessToken()), verifyIdToken(idToken)])
    expect(server.requests).toHaveLength(1)
  })

  it('are not fetched for a token that is refused without them', async () => {
    const { verifyAccessToken } = createVerifier()
    const hopeless = [
      'a.b.c',
      accessToken(accessKey, { iss: 'https://elsewhere.example' }),
      signToken({ key: accessKey, payload: accessClaims(), header: { alg: 'none' } }),
      signToken({ key: accessKey, payload: accessClaims(), header: { alg: 'HS256' } }),
      signToken({ key: accessKey, payload: accessClaims(), header: { kid: undefined } }),
    ]
    for (const token of hopeless) await expect(verifyAccessToken(token)).rejects.toThrow()
    expect(server.requests).toEqual([])
  })

  it('are fetched from the host that the token names as issuer, where there is no endpoint', async () => {
    const urls: string[] = []
    const realFetch = fetch
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
      urls.push(url)
      return realFetch(`${server.endpoint}/`, init)
    })
    const { verifyAccessToken, verifyIdToken } = createTokenVerifier({ userPoolId, clientId })
    await verifyAccessToken(accessToken())
    await verifyIdToken(idToken)
    expect(urls).toEqual([`${issuer}/.well-known/jwks.json`])
    await verifyAccessToken(accessToken(accessKey, { iss: updatedIssuer }))
    expect(urls.slice(1)).toEqual([`${updatedIssuer}/.well-known/jwks.json`])
  })

  it('are prefetched from whichever host of the pool answers', async () => {
    const realFetch = fetch
    vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
      url.startsWith(updatedIssuer)
        ? realFetch(`${server.endpoint}/`, init)
        : Promise.reject(new TypeError('fetch failed')),
    )
    const { prefetchKeys, verifyAccessToken } = createTokenVerifier({ userPoolId, clientId })
    await prefetchKeys()
    await verifyAccessToken(accessToken(accessKey, { iss: updatedIssuer }))
    expect(server.requests).toHaveLength(1)
  })
})

describe('an unknown key id', () => {
  it('causes one fetch, and none again for ten seconds', async () => {
    const { verifyAccessToken, prefetchKeys } = createVerifier()
    await prefetchKeys()
    await expect(verifyAccessToken(forgedToken)).rejects.toMatchObject({
      ...untrusted,
      retryable: false,
    })
    expect(server.requests).toHaveLength(2)

    vi.advanceTimersByTime(9_999)
    await expect(verifyAccessToken(forgedToken)).rejects.toMatchObject({
      ...untrusted,
      // Nobody knows before the pause is over whether the key is there by now.
      retryable: true,
    })
    await expect(verifyAccessToken(accessToken(rotatedKey))).rejects.toMatchObject(untrusted)
    expect(server.requests).toHaveLength(2)

    vi.advanceTimersByTime(1)
    await expect(verifyAccessToken(forgedToken)).rejects.toMatchObject(untrusted)
    expect(server.requests).toHaveLength(3)
  })

  it('causes one fetch for a thousand forged tokens at once, and disturbs nobody', async () => {
    const { verifyAccessToken, prefetchKeys } = createVerifier()
    await prefetchKeys()
    const forged = Array.from({ length: 1_000 }, () => verifyAccessToken(forgedToken))
    const results = await Promise.allSettled([...forged, verifyAccessToken(accessToken())])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(results.at(-1)?.status).toBe('fulfilled')
    expect(server.requests).toHaveLength(2)
  })

  it('is found after a rotation, and the old key is trusted no more', async () => {
    const { verifyAccessToken } = createVerifier()
    await verifyAccessToken(accessToken())
    server.publish([rotatedKey.jwk])
    await verifyAccessToken(accessToken(rotatedKey))
    expect(server.requests).toHaveLength(2)
    await expect(verifyAccessToken(accessToken())).rejects.toMatchObject(untrusted)
  })

  it('is never looked for where the keys are given', async () => {
    const jwks = { keys: [accessKey.jwk] }
    const options = { userPoolId, clientId, endpoint: server.endpoint, jwks }
    const { verifyAccessToken, prefetchKeys } = createTokenVerifier(options)
    await prefetchKeys()
    await verifyAccessToken(accessToken())
    await expect(verifyAccessToken(forgedToken)).rejects.toMatchObject(untrusted)
    expect(server.requests).toEqual([])
  })
})

describe('keys that cannot be had', () => {
  it('are not the fault of the token, and are asked for again a second later', async () => {
    const { verifyAccessToken, prefetchKeys } = createVerifier()
    const port = Number(new URL(server.endpoint).port)
    await server.close()
    await expect(verifyAccessToken(accessToken())).rejects.toMatchObject(unavailable)
    await expect(prefetchKeys()).rejects.toMatchObject(unavailable)

    server = await startKeyServer([accessKey.jwk], port)
    await expect(verifyAccessToken(accessToken())).rejects.toMatchObject(unavailable)
    expect(server.requests).toEqual([])

    vi.advanceTimersByTime(1_000)
    expect((await verifyAccessToken(accessToken())).username).toBe('alice-in-chains')
    expect(server.requests).toHaveLength(1)
  })

  it('say in the cause which URL failed and why, and nothing of the token', async () => {
    const { verifyAccessToken } = createVerifier()
    await server.close()
    const error = await verifyAccessToken(accessToken()).catch((reason) => reason)
    expect(error.cause.message).toContain(`${server.endpoint}/${userPoolId}/.well-known/jwks.json`)
    expect(error.cause.message).toContain('ECONNREFUSED')
    expect(error.cause.message).not.toContain(accessToken().split('.')[0])
  })

  it('give each caller an error of its own', async () => {
    const { verifyAccessToken } = createVerifier()
    server.answer((_request, response) => response.writeHead(503).end())
    const errors = await Promise.all(
      Array.from({ length: 100 }, () => verifyAccessToken(accessToken()).catch((error) => error)),
    )
    expect(new Set(errors).size).toBe(100)
    expect(server.requests).toHaveLength(1)
  })

  it('time out, once for all who wait', async () => {
    const { verifyAccessToken } = createVerifier(impatient)
    server.answer(() => {})
    const token = accessToken()
    const results = await Promise.allSettled(
      Array.from({ length: 100 }, () => verifyAccessToken(token)),
    )
    for (const result of results) {
      expect(result).toMatchObject({ status: 'rejected', reason: unavailable })
    }
    expect(results[0]).toMatchObject({
      reason: { cause: { message: expect.stringContaining('no answer within 300 ms') } },
    })
    expect(server.requests).toHaveLength(1)
  })

  it('time out as well where the answer begins but never ends', async () => {
    const { verifyAccessToken } = createVerifier(impatient)
    server.answer((_request, response) => response.write('{"keys":['))
    await expect(verifyAccessToken(accessToken())).rejects.toMatchObject(unavailable)
  })

  it.each([
    ['an error page', 503, '<html>'],
    ['right, on an error page', 500, JSON.stringify({ keys: [accessKey.jwk] })],
    ['not JSON', 200, '<html>'],
    ['nothing', 200, ''],
    ['null', 200, 'null'],
    ['no key', 200, '{"keys":[]}'],
    ['keys that are no list', 200, '{"keys":{}}'],
    ['keys that are no keys', 200, '{"keys":[null,7,{}]}'],
    ['a key of another kind', 200, '{"keys":[{"kid":"access-key","kty":"EC","crv":"P-256"}]}'],
    ['a key that is garbled', 200, '{"keys":[{"kid":"access-key","kty":"RSA","n":"!","e":"!"}]}'],
  ])('are %s', async (_name, status, body) => {
    const { verifyAccessToken } = createVerifier()
    server.answer((_request, response) => response.writeHead(status).end(body))
    await expect(verifyAccessToken(accessToken())).rejects.toMatchObject(unavailable)
    await expect(verifyAccessToken(accessToken())).rejects.toMatchObject(unavailable)
    expect(server.requests).toHaveLength(1)

    vi.advanceTimersByTime(1_000)
    server.publish([accessKey.jwk])
    await verifyAccessToken(accessToken())
  })

  it('are not followed to another place', async () => {
    const { verifyAccessToken } = createVerifier()
    server.answer((_request, response) => response.writeHead(302, { location: '/' }).end())
    await expect(verifyAccessToken(accessToken())).rejects.toMatchObject(unavailable)
    expect(new Set(server.requests)).toEqual(new Set([`/${userPoolId}/.well-known/jwks.json`]))
  })

  it('leave the keys that are known in use', async () => {
    const { verifyAccessToken } = createVerifier()
    await verifyAccessToken(accessToken())
    server.answer((_request, response) => response.writeHead(503).end())
    await expect(verifyAccessToken(accessToken(rotatedKey))).rejects.toMatchObject(unavailable)
    await verifyAccessToken(accessToken())
  })

  it('are forgotten once they were had: a forged token is untrusted again', async () => {
    const { verifyAccessToken, prefetchKeys } = createVerifier()
    server.answer((_request, response) => response.writeHead(503).end())
    await expect(verifyAccessToken(forgedToken)).rejects.toMatchObject(unavailable)
    server.publish([accessKey.jwk])
    await prefetchKeys()
    await expect(verifyAccessToken(forgedToken)).rejects.toMatchObject(untrusted)
    await verifyAccessToken(accessToken())
  })

  it('are asked for once more where the connection breaks', async () => {
    const { verifyAccessToken } = createVerifier()
    server.answer((request) => {
      server.publish([accessKey.jwk])
      request.socket.destroy()
    })
    await verifyAccessToken(accessToken())
    expect(server.requests).toHaveLength(2)
  })

  it('are not taken from a key set for what is not for RS256 signatures', async () => {
    const { verifyAccessToken } = createVerifier()
    server.publish([
      { ...accessKey.jwk, use: 'enc' },
      { ...rotatedKey.jwk, alg: 'PS256' },
      idKey.jwk,
    ])
    await expect(verifyAccessToken(accessToken())).rejects.toMatchObject(untrusted)
    await expect(verifyAccessToken(accessToken(rotatedKey))).rejects.toMatchObject(untrusted)
  })
})
