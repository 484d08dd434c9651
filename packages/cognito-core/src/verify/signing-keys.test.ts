import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { signingKeysOf } from './signing-keys.ts'

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const published = { kid: 'one', alg: 'RS256', use: 'sig', ...publicKey.export({ format: 'jwk' }) }

describe('signingKeysOf', () => {
  it('pins RS256 signatures, and keeps neither a private half nor a hint where to look elsewhere', () => {
    const generous = {
      ...privateKey.export({ format: 'jwk' }),
      kid: 'one',
      x5u: 'https://elsewhere.example',
    }
    expect([...signingKeysOf({ keys: [generous] })]).toEqual([['one', published]])
  })

  it('leaves out what is no RS256 key', () => {
    const keys = [null, 7, 'key', [], { ...published, kid: 'two', use: 'enc' }, published]
    expect([...signingKeysOf({ keys }).keys()]).toEqual(['one'])
  })

  it('leaves out keys of less than 2048 bits', () => {
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey
    const keys = [{ ...weak.export({ format: 'jwk' }), kid: 'weak' }]
    expect(() => signingKeysOf({ keys })).toThrow('of at least 2048 bits')
  })
})
