import { expect, test } from 'vitest'
import { wwwAuthenticate } from './www-authenticate.ts'

test('carries no error where no token was sent', () => {
  expect(wwwAuthenticate({ code: 'TOKEN_MISSING' })).toBe('Bearer realm="cognito"')
})

test('says that a token is invalid, and why', () => {
  expect(wwwAuthenticate({ code: 'TOKEN_EXPIRED' })).toBe(
    'Bearer realm="cognito", error="invalid_token", error_description="The access token has expired"',
  )
})

test('names the scopes that were asked for', () => {
  expect(wwwAuthenticate({ code: 'TOKEN_INSUFFICIENT', scopes: ['orders/read', 'x'] })).toBe(
    'Bearer realm="cognito", error="insufficient_scope", error_description="The access token does not allow this", scope="orders/read x"',
  )
})

test('leaves the scope out where groups were asked for', () => {
  expect(wwwAuthenticate({ code: 'TOKEN_INSUFFICIENT' })).not.toContain('scope=')
})
