import { expect, test } from 'vitest'
import { secretHash } from './secret-hash.ts'

test('is the Base64 of HMAC-SHA256, keyed with the secret, over the name and then the client id', () => {
  const input = { username: 'josé@example.com', clientId: '5client', clientSecret: 'hush' }
  // openssl dgst -sha256 -hmac hush -binary | base64, of 'josé@example.com5client' in UTF-8
  expect(secretHash(input)).toBe('SDbxjd30croEUHe4SqIK9yZuPi9h3p9rkqZPOQpgKzI=')
})

test('changes with each of its inputs', () => {
  const input = { username: 'alice', clientId: 'client', clientSecret: 'secret' }
  const hashes = [
    input,
    { ...input, username: 'Alice' },
    { ...input, clientId: 'Client' },
    { ...input, clientSecret: 'Secret' },
  ].map(secretHash)
  expect(new Set(hashes).size).toBe(4)
})
