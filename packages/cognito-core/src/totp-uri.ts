import { invalidInput } from './invalid-input.ts'
import { requireText } from './require-text.ts'

/**
 * What an authenticator app reads from a QR code, in the Key URI Format: six digits every 30 seconds by
 * SHA-1, which is Cognito's only kind. Secret, for the key is in it.
 *
 * @param input `secret` in base32, as Cognito gives it; `issuer` and `account` are what the app shows, and
 * may hold no colon.
 * @see https://github.com/google/google-authenticator/wiki/Key-Uri-Format
 * @throws CognitoError `COGNITO_INVALID_INPUT` that names the field.
 */
export const totpUri = (input: { secret: string; issuer: string; account: string }): string => {
  const secret = requireText('secret', input?.secret)
  const issuer = encodeURIComponent(labelPart('issuer', input.issuer))
  const account = encodeURIComponent(labelPart('account', input.account))
  if (!/^[A-Z2-7]+=*$/.test(secret)) throw invalidInput('COGNITO_INVALID_INPUT.form', 'secret')
  return `otpauth://totp/${issuer}:${account}?secret=${secret.replace(/=+$/, '')}&issuer=${issuer}`
}

/** A colon parts the two, also where it is encoded; half a character cannot be encoded at all. */
const labelPart = (field: string, value: unknown): string => {
  const text = requireText(field, value)
  if (/[:\ud800-\udfff]/u.test(text)) {
    throw invalidInput('COGNITO_INVALID_INPUT.label', field)
  }
  return text
}
