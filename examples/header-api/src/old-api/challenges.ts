import { BadInput } from '../bad-input.ts'
import { type Fields, isFields, textIn } from './fields.ts'

interface Row {
  kinds: readonly string[]
  /** What the client answers with, by Cognito's names, and by those of the plugin. */
  responses: Readonly<Record<string, string>>
}

/** What the older service would have been asked, had it not fallen over; by Cognito's names. */
const challenges: Readonly<Record<string, Row>> = {
  NEW_PASSWORD_REQUIRED: { kinds: ['new-password'], responses: { NEW_PASSWORD: 'newPassword' } },
  SMS_MFA: { kinds: ['sms-code'], responses: { SMS_MFA_CODE: 'code' } },
  EMAIL_OTP: { kinds: ['email-code'], responses: { EMAIL_OTP_CODE: 'code' } },
  SOFTWARE_TOKEN_MFA: { kinds: ['totp-code'], responses: { SOFTWARE_TOKEN_MFA_CODE: 'code' } },
  SELECT_MFA_TYPE: { kinds: ['mfa-choice'], responses: { ANSWER: 'method' } },
  MFA_SETUP: {
    kinds: ['totp-setup', 'email-setup', 'mfa-setup-choice'],
    responses: { SOFTWARE_TOKEN_MFA_CODE: 'code', EMAIL: 'email', ANSWER: 'method' },
  },
  CUSTOM_CHALLENGE: { kinds: ['custom'], responses: { ANSWER: 'answer' } },
}

const methods: Readonly<Record<string, string>> = {
  SMS_MFA: 'sms',
  EMAIL_OTP: 'email',
  SOFTWARE_TOKEN_MFA: 'totp',
}

/** Before the name of an attribute that comes with a new password. */
const attributePrefix = 'userAttributes.'

/** Cognito's name for a challenge of the plugin. */
export const challengeName = (kind: string): string =>
  Object.entries(challenges).find(([, { kinds }]) => kinds.includes(kind))?.[0] ?? kind

/** The plugin's answer for Cognito's `responses`. @throws BadInput that names the field */
export const answerOf = ({ challenge_name: name, responses }: Fields): Fields => {
  const row = challenges[String(name)]
  if (!row) {
    throw new BadInput(`challenge_name should be one of ${Object.keys(challenges).join(', ')}.`)
  }
  if (!isFields(responses)) throw new BadInput('responses should be an object.')
  const known = Object.entries(row.responses).filter(([theirs]) => Object.hasOwn(responses, theirs))
  if (known.length === 0) {
    throw new BadInput(`responses.${Object.keys(row.responses).join(' or ')} is missing.`)
  }
  const answer = known.map(([theirs, ours]) => {
    const value = textIn(responses, theirs)
    return [ours, ours === 'method' ? (methods[value] ?? value) : value] as const
  })
  const attributes = attributesIn(responses)
  return {
    ...Object.fromEntries(answer),
    ...(Object.keys(attributes).length > 0 && { attributes }),
  }
}

const attributesIn = (responses: Fields): Fields =>
  Object.fromEntries(
    Object.entries(responses)
      .filter(([name]) => name.startsWith(attributePrefix))
      .map(([name, value]) => [name.slice(attributePrefix.length), value]),
  )
