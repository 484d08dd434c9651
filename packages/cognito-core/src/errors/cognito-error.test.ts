import { describe, expect, it } from 'vitest'
import type { CognitoErrorCode } from './codes.ts'
import { CognitoError } from './cognito-error.ts'
import { type MessageKey, messages } from './messages.ts'

const keys = Object.keys(messages) as MessageKey[]
const placeholders = (template: string) =>
  [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')

describe('CognitoError', () => {
  it.each(keys)('has a code, a key and a whole sentence: %s', (key) => {
    const params = Object.fromEntries(placeholders(messages[key]).map((name) => [name, 'This.']))
    const error = new CognitoError(key, { params })
    expect(error).toMatchObject({ name: 'CognitoError', key, params })
    expect(error.code).toBe(key.replace(/\..*/, ''))
    expect(messages).toHaveProperty([error.code])
    expect(error.message).not.toMatch(/[{}]|\s\s|^$/)
    expect(error.message).toMatch(/\.$/)
  })

  it('is filled with its params, and leaves out what is not there', () => {
    const params = { attributes: 'email, name' }
    expect(new CognitoError('COGNITO_ATTRIBUTE_MISSING', { params }).message).toBe(
      'Required attributes are missing: email, name.',
    )
    expect(new CognitoError('COGNITO_ATTRIBUTE_MISSING').message).toBe(
      'Required attributes are missing: .',
    )
    expect(new CognitoError('COGNITO_CODE_MISMATCH').params).toEqual({})
  })

  it('fills in what looks like a pattern as it is', () => {
    const params = { reason: 'costs $1, $& and {reason}' }
    expect(new CognitoError('COGNITO_REJECTED_BY_TRIGGER.reason', { params }).message).toBe(
      params.reason,
    )
  })

  it('says other words where it is given them', () => {
    const cause = new Error('why')
    const error = new CognitoError('COGNITO_CODE_MISMATCH', { message: 'Nope.', cause })
    expect(error).toMatchObject({ code: 'COGNITO_CODE_MISMATCH', message: 'Nope.', cause })
  })

  it('says whether the same call may work later', () => {
    const retryable = keys
      .filter((key): key is CognitoErrorCode => !key.includes('.'))
      .filter((code) => new CognitoError(code).retryable)
    expect(retryable.sort()).toEqual([
      'COGNITO_CODE_NOT_DELIVERED',
      'COGNITO_LIMIT_EXCEEDED',
      'COGNITO_RATE_LIMITED',
      'COGNITO_TOO_MANY_ATTEMPTS',
      'COGNITO_TRIGGER_FAILED',
      'COGNITO_UNAVAILABLE',
      'KEYS_UNAVAILABLE',
    ])
  })
})
