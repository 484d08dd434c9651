import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { createTotpSetup } from './totp-setup.ts'

const secret = 'JBSWY3DPEHPK3PXP'
const request = { hostname: 'shop.example.com' }

const uriOf = (account: string, issuer?: string, hostname = request.hostname): string =>
  createTotpSetup({ issuer })({ secret, account, request: { hostname } }).uri

test('names the service, and whose key it is', () => {
  expect(uriOf('ada@example.com', 'Shop')).toBe(
    `otpauth://totp/Shop:ada%40example.com?secret=${secret}&issuer=Shop`,
  )
})

test.each([
  ['shop.example.com', 'shop.example.com'],
  ['localhost', 'localhost'],
  ['127.0.0.1', '127.0.0.1'],
  ['[::1]', 'Account'],
  ['', 'Account'],
  ['a"b', 'Account'],
  ['a'.repeat(64), 'a'.repeat(64)],
  ['a'.repeat(65), 'Account'],
])('without a name, a service is called by its host: %j', (hostname, name) => {
  expect(uriOf('ada', undefined, hostname)).toBe(
    `otpauth://totp/${name}:ada?secret=${secret}&issuer=${name}`,
  )
})

test.each([
  ['google:ada', 'googleada'],
  ['a\u0007da', 'ada'],
  [`ada${'\ud83d'}`, 'ada'],
  [':', 'Account'],
  ['👩‍🚀', '👩‍🚀'],
  ['x'.repeat(64), 'x'.repeat(64)],
  ['x'.repeat(65), `${'x'.repeat(63)}…`],
])('what cannot stand in the URI is left out of a name: %j', (account, shown) => {
  const { pathname } = new URL(uriOf(account, 'Shop'))
  expect(decodeURIComponent(pathname.split(':')[1] ?? '')).toBe(shown)
})

/** The dark modules of a code, read from the squares that are drawn. */
const modulesOf = (qr: string): ReadonlySet<string> =>
  new Set(Array.from(qr.matchAll(/M(\d+),(\d+)h/g), ([, x, y]) => `${x},${y}`))

test('the code holds the URI, within a margin that cameras need', () => {
  const { uri, qr } = createTotpSetup()({ secret, account: 'ada', request })
  const { data, size } = encode(uri, { border: 0 })
  const dark = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`${(x + 4) * 10},${(y + 4) * 10}`] : [])),
  )
  expect([...modulesOf(qr)].sort()).toEqual(dark.sort())
  expect(qr).toContain(`viewBox="0 0 ${(size + 8) * 10} ${(size + 8) * 10}"`)
})

test('is drawn however long and foreign the names are, and holds none of them as text', () => {
  const account = '漢'.repeat(500)
  const { qr } = createTotpSetup({ issuer: '👩'.repeat(64) })({ secret, account, request })
  expect(qr).toMatch(/^<svg [^<>]*><rect [^<>]*\/><path [^<>]*\/><\/svg>$/)
  expect(qr).not.toContain(secret)
})
