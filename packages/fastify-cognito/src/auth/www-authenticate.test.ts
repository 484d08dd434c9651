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

test('says how recent a sign-in is needed', () => {
  expect(wwwAuthenticate({ code: 'TOKEN_TOO_OLD', scopes: ['orders/read'], maxAge: 300 })).toBe(
    'Bearer realm="cognito", error="insufficient_user_authentication", error_description="A more recent sign-in is needed", max_age="300"',
  )
})

test('leaves the age out where something else is amiss', () => {
  expect(wwwAuthenticate({ code: 'TOKEN_EXPIRED', maxAge: 300 })).not.toContain('max_age')
  expect(wwwAuthenticate({ code: 'TOKEN_INSUFFICIENT', maxAge: 300 })).not.toContain('max_age')
})
