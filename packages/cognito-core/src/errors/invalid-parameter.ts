import {
  attributeComplaint,
  type Complaint,
  readAttributeLines,
  readMissingAttributes,
} from './attribute-complaint.ts'
import { readConstraint } from './constraint-complaint.ts'
import type { Meaning } from './meaning.ts'

const addressNamed = (what = ''): string =>
  what.toLowerCase() === 'email' ? 'email' : 'phone_number'

/** As core calls them. */
const methodsByName: Readonly<Record<string, string>> = {
  SOFTWARE_TOKEN_MFA: 'totp',
  SMS_MFA: 'sms',
  EMAIL_MFA: 'email',
  EMAIL_OTP: 'email',
}

const mfaNotSetUp = (name = ''): Complaint => {
  const method = methodsByName[name.toUpperCase()]
  return method
    ? { key: 'COGNITO_MFA_NOT_SET_UP', params: { method } }
    : { key: 'COGNITO_MFA_NOT_SET_UP.unnamed' }
}

/** What is wrong with a parameter, which only the words tell. */
export const invalidParameter: Meaning = {
  wordings: [
    { says: /failed to satisfy constraint/i, means: (_groups, said) => readConstraint(said) },
    {
      says: /^([A-Z_]+) flow not enabled/,
      means: ([flow = '']) => ({ key: 'COGNITO_MISCONFIGURED.flow', params: { flow } }),
    },
    {
      says: /auth flow not enabled|method not supported|trigger is not configured/i,
      means: 'COGNITO_MISCONFIGURED',
    },
    { says: /invalid attributes given/i, means: (_groups, said) => readMissingAttributes(said) },
    {
      says: /did not conform to the schema|invalid user attributes|: attribute cannot be updated/i,
      means: (_groups, said) => readAttributeLines(said),
    },
    {
      says: /invalid (email|phone)/i,
      means: ([what]) => attributeComplaint('COGNITO_ATTRIBUTE_INVALID', [addressNamed(what)]),
    },
    {
      says: /preferred username cannot/i,
      means: () => attributeComplaint('COGNITO_ATTRIBUTE_INVALID', ['preferred_username']),
    },
    {
      says: /does not have a (?:valid |registered |verified )*(email|phone)/i,
      means: ([what]) => ({
        key: 'COGNITO_ATTRIBUTE_MISSING.toVerify',
        params: { attributes: addressNamed(what) },
      }),
    },
    {
      says: /delivery config set to turn on ([A-Z_]+)/i,
      means: ([name]) => mfaNotSetUp(name),
    },
    { says: /credential data is not valid/i, means: 'COGNITO_PASSKEY_REJECTED' },
    {
      says: /session tracking/i,
      means: 'COGNITO_MISCONFIGURED.sessionTracking',
    },
    {
      says: /current session|own session/i,
      on: ['RevokeUserSession'],
      means: 'COGNITO_INVALID_INPUT.ownSession',
    },
    { says: /invalid device key/i, means: 'COGNITO_DEVICE_NOT_FOUND.unknown' },
    { says: /already confirmed/i, means: 'COGNITO_ALREADY_CONFIRMED' },
    { says: /already linked/i, means: 'COGNITO_ALIAS_TAKEN.linked' },
    { says: /no registered\/verified/i, means: 'COGNITO_NO_RECOVERY' },
    {
      says: /should be either an email or a phone/i,
      means: 'COGNITO_INVALID_INPUT.usernameIsEmailOrPhoneNumber',
    },
    { says: /should be an email/i, means: 'COGNITO_INVALID_INPUT.usernameIsEmail' },
    { says: /should be a phone/i, means: 'COGNITO_INVALID_INPUT.usernameIsPhoneNumber' },
    { says: /cannot be of email/i, means: 'COGNITO_INVALID_INPUT.usernameIsNoEmail' },
    { says: /cannot be of phone/i, means: 'COGNITO_INVALID_INPUT.usernameIsNoPhoneNumber' },
    {
      says: /missing required parameter previouspassword/i,
      means: () => ({ key: 'COGNITO_INVALID_INPUT.text', params: { field: 'currentPassword' } }),
    },
  ],
  otherwise: 'COGNITO_INVALID_INPUT',
}
