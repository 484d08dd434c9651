import { createTestUserPool } from '@x/cognito-testing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBrowser } from '../../test/browser.ts'
import { startApp, withBearer } from '../../test/start-app.ts'
import { splitChunks } from './chunks.ts'
import { mostBytesOfOne } from './cookie-bytes.ts'
import { packText, unpackText } from './packed-text.ts'
import { createSeal } from './seal.ts'

const password = 'Correct-horse-1'
const secrets = ['a secret of at least thirty-two bytes'] as const
const audience = 'eu-west-1_Pool client'

const sessionOf = async (groups: readonly string[] = []): Promise<string> => {
  const pool = createTestUserPool({ users: [{ username: 'ada', password, groups: [...groups] }] })
  const app = await startApp({ pool, options: withBearer })
  const answer = await createBrowser(app).post('/auth/sign-in', { username: 'ada', password })
  const { accessToken, refreshToken, expiresAt } = answer.json().tokens
  return JSON.stringify({ accessToken, refreshToken, expiresAt, signedInAt: expiresAt - 3600 })
}

/** As it was sealed before tokens were packed. */
const sealedBefore = (text: string): number => Math.ceil(((29 + Buffer.byteLength(text)) * 4) / 3)

test('whatever a session holds, it comes back to the letter', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'AQZaz09-_.=+/é"\\') })
  const token = fc
    .array(fc.uint8Array({ maxLength: 90 }), { maxLength: 5 })
    .map((parts) => parts.map((part) => Buffer.from(part).toString('base64url')).join('.'))
  const anything = fc.oneof(fc.string({ unit: 'binary' }), letters, token)
  const session = fc.dictionary(anything, fc.oneof(anything, fc.integer()))
  fc.assert(
    fc.property(session, (value) => {
      const text = JSON.stringify(value)
      expect(unpackText(packText(text))).toBe(text)
    }),
  )
})

test.each([
  '',
  'A',
  'A'.repeat(15),
  'A'.repeat(16),
  'A'.repeat(17),
  'AB'.repeat(9),
  'é'.repeat(200),
])('a text of any length comes back: %.20s', (text) =>
  expect(unpackText(packText(text))).toBe(text),
)

test('text that is no base64url, though it looks so, comes back as it was', () => {
  // Two spellings of one byte: a decoder takes both for the same.
  for (const text of [`${'A'.repeat(16)}AA`, `${'A'.repeat(16)}AB`]) {
    expect(unpackText(packText(text))).toBe(text)
  }
})

test('what took two cookies before takes one', async () => {
  const groups = Array.from({ length: 30 }, (_, index) => `editors-of-page-${index}`)
  const text = await sessionOf(groups)
  const session = createSeal({ secrets, purpose: 'session', audience })
  expect(sealedBefore(text)).toBeGreaterThan(mostBytesOfOne)
  expect(splitChunks(session.seal({ text, context: 'cognito' }), 4000)).toHaveLength(1)
})

test('bytes that were not packed here are none', () => {
  const packed = packText(`{"accessToken":"${'A'.repeat(64)}"}`)
  expect(unpackText(packed.subarray(0, -1))).toBeUndefined()
  expect(unpackText(Buffer.of(200))).toBeUndefined()
})

test('the session of a real user takes at most four fifths of what it took', async () => {
  const text = await sessionOf()
  const session = createSeal({ secrets, purpose: 'session', audience })
  const sealed = session.seal({ text, context: 'cognito' })
  expect(session.open({ untrustedSealed: sealed, context: 'cognito' })).toBe(text)
  expect(sealed.length / sealedBefore(text)).toBeLessThanOrEqual(0.8)
})
