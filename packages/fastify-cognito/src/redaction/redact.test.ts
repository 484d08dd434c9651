import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { createRedact } from './redact.ts'
import { secretNames } from './secret-names.ts'

const redact = createRedact(secretNames(new Set(['xaccess'])))

test.each([
  'authorization',
  'Authorization',
  'set-cookie',
  'Set-Cookie',
  'refresh_token',
  'RefreshToken',
  'x-access',
  'NEW_PASSWORD',
])('%s is hidden, however it is written and whatever it is', (name) => {
  for (const value of ['a', 7, ['a'], { a: 'a' }, '']) {
    expect(redact('headers', { [name]: value })).toEqual({ [name]: '[Redacted]' })
  }
  expect(redact('headers', { [name]: undefined })).toEqual({ [name]: undefined })
})

test.each(['secret', 'session'])('%s is hidden where it is a text', (name) => {
  expect(redact('body', { [name]: 'a' })).toEqual({ [name]: '[Redacted]' })
  expect(redact('body', { [name]: { id: 7 } })).toEqual({ [name]: { id: 7 } })
})

test('a code is hidden that was sent to somebody, and none that names an error', () => {
  expect(redact('body', { code: '123456' })).toEqual({ code: '[Redacted]' })
  for (const error of [{ code: 'COGNITO_CODE_MISMATCH' }, { code: '23505', stack: 'Error: …' }]) {
    expect(redact('err', error)).toEqual(error)
  }
})

test.each(['eyJhbGciOi.J9.x', 'Bearer abc', 'Basic YTpi', 'otpauth://totp/a?secret=b'])(
  '%s is hidden under any name',
  (text) => {
    expect(redact('note', text)).toBe('[Redacted]')
    expect(redact('list', [[{ note: text }]])).toEqual([[{ note: '[Redacted]' }]])
  },
)

test('what holds nothing secret is the same object', () => {
  const value = { a: [1, { b: null, at: undefined }], text: 'keyJoin.of a bearer' }
  expect(redact('body', value)).toBe(value)
})

test('what is shown by toJSON is looked at as that', () => {
  const user = { toJSON: () => ({ name: 'ada', password: 'a' }) }
  expect(redact('user', { user })).toEqual({ user: { name: 'ada', password: '[Redacted]' } })
})

test.each([
  [
    'GET /back?id_token=eyJhbGciOiJub25lIn0.e30.c2ln&state=a',
    'GET /back?id_token=[Redacted]&state=a',
  ],
  ['next=%3DeyJhbGciOiJub25lIn0.e30.c2ln', 'next=%3D[Redacted]'],
  ['no user for eyJhbGciOiJub25lIn0.e30, sorry', 'no user for [Redacted], sorry'],
  ['"eyJhbGciOiJub25lIn0.e30.c2ln" "eyJhbGciOiJub25lIn0..a.b.c"', '"[Redacted]" "[Redacted]"'],
  ['scan otpauth://totp/a?secret=b now', 'scan [Redacted] now'],
])('in a longer text it is left out: %s', (text, shown) => {
  expect(redact('note', text)).toBe(shown)
  expect(redact('errors', [{ message: text }])).toEqual([{ message: shown }])
})

test('streams and bytes are named, not opened', () => {
  expect(redact('raw', Readable.from(['a']))).toBe('[Readable]')
  const held = { body: Buffer.from('eyJhbGciOiJub25lIn0.e30.c2ln'), part: new Uint8Array(2) }
  expect(redact('held', held)).toEqual({ body: '[Buffer]', part: '[Uint8Array]' })
})

test('a thousand things that all hold each other are looked at once each', () => {
  const things = Array.from({ length: 1000 }, (): Record<string, unknown> => ({ password: 'a' }))
  for (const thing of things) Object.assign(thing, { things })
  const copy = redact('things', things) as typeof things
  expect(copy).toHaveLength(1000)
  expect(copy[0]?.['things']).toBe(copy)
  expect(copy.every(({ password }) => password === '[Redacted]')).toBe(true)
  expect(things[0]?.['password']).toBe('a')
})

test('a name of the prototype stays a name', () => {
  const sent = JSON.parse('{"__proto__":{"polluted":"yes"},"password":"a"}')
  expect(JSON.stringify(redact('body', sent))).toBe(
    '{"__proto__":{"polluted":"yes"},"password":"[Redacted]"}',
  )
})
