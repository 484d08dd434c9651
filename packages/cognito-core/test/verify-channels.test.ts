import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { channels } from '@x/cognito-core'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
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
import { createSigningKey, signToken } from './verify/signing-key.ts'

const key = createSigningKey('one')
const otherKey = createSigningKey('two')
const accessToken = (changes = {}, signedWith = key) =>
  signToken({ key: signedWith, payload: accessClaims(changes) })

const heardOn = (channel: string): unknown[] => {
  const events: unknown[] = []
  const hear = (event: unknown) => events.push(event)
  subscribe(channel, hear)
  onTestFinished(() => void unsubscribe(channel, hear))
  return events
}

let server: KeyServer
beforeEach(async () => {
  server = await startKeyServer([key.jwk])
})
afterEach(async () => {
  vi.unstubAllGlobals()
  await server.close()
})

const createVerifier = () =>
  createTokenVerifier({ userPoolId, clientId, endpoint: server.endpoint })

describe('whoever listens', () => {
  it('is told what became of each token, and nothing that is in it', async () => {
    const events = heardOn(channels.verification)
    const { verifyAccessToken, verifyIdToken } = createVerifier()
    const token = accessToken()
    await verifyAccessToken(token)
    await verifyAccessToken(token)
    await verifyIdToken(signToken({ key, payload: idClaims() }))
    await expect(verifyAccessToken(token, { groups: ['admin'] })).rejects.toThrow()
    await expect(verifyIdToken(token)).rejects.toThrow()
    await expect(verifyAccessToken('')).rejects.toThrow()
    expect(events).toEqual([
      { userPoolId, tokenUse: 'access', outcome: 'verified' },
      { userPoolId, tokenUse: 'access', outcome: 'remembered' },
      { userPoolId, tokenUse: 'id', outcome: 'verified' },
      { userPoolId, tokenUse: 'access', outcome: 'TOKEN_INSUFFICIENT' },
      { userPoolId, tokenUse: 'id', outcome: 'TOKEN_UNTRUSTED' },
      { userPoolId, tokenUse: 'access', outcome: 'TOKEN_MISSING' },
    ])
  })

  it('is told once that the keys were fetched, and how many there are', async () => {
    server.publish([key.jwk, otherKey.jwk])
    const events = heardOn(channels.keys)
    const { verifyAccessToken } = createVerifier()
    await Promise.all([verifyAccessToken(accessToken()), verifyAccessToken(accessToken())])
    expect(events).toEqual([{ userPoolId, outcome: 'fetched', keys: 2 }])
  })

  it('is told that the keys could not be had, which is not the fault of the token', async () => {
    server.answer((_request, response) => response.writeHead(503).end())
    const [keys, tokens] = [heardOn(channels.keys), heardOn(channels.verification)]
    await expect(createVerifier().verifyAccessToken(accessToken())).rejects.toThrow()
    expect(keys).toEqual([{ userPoolId, outcome: 'failed' }])
    expect(tokens).toEqual([{ userPoolId, tokenUse: 'access', outcome: 'KEYS_UNAVAILABLE' }])
  })

  it('hears of no token as remembered that was verified while its pool took back a key', async () => {
    const realFetch = fetch
    const keysOf = new Map<string, Promise<readonly unknown[]>>()
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      const keys = await keysOf.get(url)
      server.publish(keys ?? [])
      return realFetch(`${server.endpoint}/`, init)
    })
    const events = heardOn(channels.verification)
    const { verifyAccessToken } = createTokenVerifier({ userPoolId, clientId })
    const otherHost = `${updatedIssuer}/.well-known/jwks.json`
    keysOf.set(otherHost, Promise.resolve([key.jwk]))
    await verifyAccessToken(accessToken({ iss: updatedIssuer }))

    // The answer of one host of the pool is under way, while the other has a key less.
    let answer = (_keys: readonly unknown[]) => {}
    keysOf.set(`${issuer}/.well-known/jwks.json`, new Promise((resolve) => (answer = resolve)))
    const token = accessToken()
    const verified = verifyAccessToken(token)
    keysOf.set(otherHost, Promise.resolve([otherKey.jwk]))
    await verifyAccessToken(accessToken({ iss: updatedIssuer }, otherKey))
    answer([key.jwk])
    await verified
    await verifyAccessToken(token)
    await verifyAccessToken(token)
    expect(events.slice(-3)).toMatchObject([
      { outcome: 'verified' },
      { outcome: 'verified' },
      { outcome: 'remembered' },
    ])
  })
})
