import * as errors from 'aws-jwt-verify/error'
import { describe, expect, it } from 'vitest'
import { CognitoError } from '../errors/cognito-error.ts'
import { refusalOf, refusals } from './refusal-of.ts'

/** What verifying a token of one pool cannot throw, or says nothing more than that it failed. */
const withoutRow = [
  'AlbJwksNotExposedError',
  'AlbJwtInvalidClientIdError',
  'AlbJwtInvalidSignerError',
  'CognitoJwtInvalidGroupError',
  'FailedAssertionError',
  'FetchError',
  'JwkInvalidKtyError',
  'JwkInvalidUseError',
  'JwkValidationError',
  'JwksNotAvailableInCacheError',
  'JwksValidationError',
  'JwtBaseError',
  'JwtInvalidAudienceError',
  'JwtInvalidClaimError',
  'JwtInvalidScopeError',
  'NonRetryableFetchError',
  'NotSupportedError',
]

describe('refusalOf', () => {
  it('has decided about every error class of aws-jwt-verify', () => {
    const undecided = Object.entries(errors).filter(([, error]) => !refusals.has(error))
    expect(undecided.map(([name]) => name).sort()).toEqual(withoutRow)
  })

  it.each([
    new errors.NotSupportedError('intruder'),
    new TypeError('intruder'),
    'intruder',
    undefined,
  ])('trusts nothing that failed in a way it does not know: %o', (unknown) => {
    const refusal = refusalOf(unknown, 'access')
    expect(refusal).toMatchObject({ code: 'TOKEN_UNTRUSTED', cause: undefined })
    expect(refusal.message).not.toContain('intruder')
  })

  it('lets keys that cannot be had be their own error', () => {
    const error = new CognitoError('KEYS_UNAVAILABLE')
    expect(refusalOf(error, 'access')).toBe(error)
  })
})
