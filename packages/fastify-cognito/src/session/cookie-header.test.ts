import { expect, test } from 'vitest'
import { parseCookies, serializeCookie } from './cookie-header.ts'

test('reads cookies by name, the first of two with one name', () => {
  const cookies = parseCookies('a=1; b = x=y ;; =lost; alone; a=2')
  expect([...cookies]).toEqual([
    ['a', '1'],
    ['b', 'x=y'],
  ])
})

test('finds no cookies where no header is', () => {
  expect(parseCookies(undefined).size).toBe(0)
})

test('writes cookies that scripts cannot read', () => {
  const cookie = { name: 'n', value: 'v', maxAge: 60, secure: true, sameSite: 'lax' } as const
  expect(serializeCookie(cookie)).toBe('n=v; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax')
  expect(serializeCookie({ ...cookie, secure: false, sameSite: 'strict' })).toBe(
    'n=v; Max-Age=60; Path=/; HttpOnly; SameSite=Strict',
  )
})
