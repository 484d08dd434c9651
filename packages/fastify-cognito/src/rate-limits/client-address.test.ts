import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { clientAddress } from './client-address.ts'

const { normalizeIP } = createRequire(import.meta.url)('@fastify/rate-limit') as {
  normalizeIP: (ip: string) => string
}

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::FFFF:c000:0207', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002::', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['64:ff9b::192.0.2.33', '64:ff9b:0:0'],
  ['::1', '0:0:0:0'],
  ['::', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  [undefined, ''],
])('%s is put down to %s', (ip, address) => {
  expect(clientAddress(ip)).toBe(address)
})

test('puts together and keeps apart what @fastify/rate-limit does', () => {
  const ips = [
    ...['192.0.2.7', '192.0.2.8', '::ffff:192.0.2.7', '::ffff:192.0.2.8', '::ffff:c000:208'],
    ...['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:3::1', '2001:db8::'],
    ...['2001:DB8:1:2::A', '::1', '::2', '0:0:0:1::1', 'fe80::1', 'fe80:0:0:0:1::', '1::ffff:0:0'],
  ]
  const together = (keyOf: (ip: string) => string) =>
    ips.map((ip) => ips.filter((other) => keyOf(other) === keyOf(ip)))
  expect(together(clientAddress)).toEqual(together(normalizeIP))
})
