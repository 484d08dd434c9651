import { describe, expect, it } from 'vitest'
import { totpUri } from './totp-uri.ts'

const secret = 'JBSWY3DPEHPK3PXP'
const given = { secret, issuer: 'Shop & Söhne', account: 'ada+1@example.com' }

describe('the URI for an authenticator app', () => {
  it('says who it is of, by whom and with what key, and can be read back', () => {
    const uri = new URL(totpUri(given))
    expect(uri.protocol).toBe('otpauth:')
    expect(uri.host).toBe('totp')
    expect(decodeURIComponent(uri.pathname)).toBe('/Shop & Söhne:ada+1@example.com')
    expect(Object.fromEntries(uri.searchParams)).toEqual({ secret, issuer: 'Shop & Söhne' })
  })

  it('has %20 for a space, which apps would show as + otherwise', () => {
    expect(totpUri({ ...given, issuer: 'My Shop' })).toBe(
      `otpauth://totp/My%20Shop:ada%2B1%40example.com?secret=${secret}&issuer=My%20Shop`,
    )
  })

  it('has no padding of base32, which not every app reads', () => {
    expect(totpUri({ ...given, secret: 'JBSWY3DP======' })).toContain('?secret=JBSWY3DP&')
  })

  it.each([
    ['secret', { ...given, secret: '' }],
    ['secret', { ...given, secret: 'not base32' }],
    ['issuer', { ...given, issuer: 'Shop: the best' }],
    ['account', { ...given, account: 'ada:lovelace' }],
    ['account', { ...given, account: '\ud800' }],
    ['account', { secret, issuer: 'Shop' }],
    ['secret', undefined],
  ])('names the field that cannot be in it: %s', (field, input) => {
    expect(() => totpUri(input as never)).toThrowError(
      expect.objectContaining({ code: 'COGNITO_INVALID_INPUT', params: { field } }),
    )
  })
})
