import { invalidInput } from '../invalid-input.ts'
import { requireOffered } from '../require-choice.ts'
import { requireText } from '../require-text.ts'
import type { Asked, Told } from './asked.ts'
import { type MfaMethod, mfaMethodsIn, mfaNames } from './mfa-methods.ts'
import { parsedList } from './parsed.ts'

const methodField = { answer: 'answer.method', challenge: 'challenge.methods' }

/** Clients of AWS read the first, its documentation says the second. */
const choosable = ({ parameters }: Told): readonly MfaMethod[] =>
  mfaMethodsIn([
    ...parsedList(parameters['MFAS_CAN_CHOOSE']),
    ...parsedList(parameters['MFAS_CAN_SELECT']),
  ])

export const mfaChoice: Asked<'mfa-choice'> = {
  kind: 'mfa-choice',
  fits: (told) => choosable(told).length > 0,
  details: (told) => ({ methods: choosable(told) }),
  move: ({ method }, { methods }) => ({
    do: 'respond',
    responses: { ANSWER: mfaNames[requireOffered(methodField, method, methods)] },
  }),
}

type NewMethod = Exclude<MfaMethod, 'sms'>

/** A phone number cannot be added in the middle of a sign-in. */
const addable = ({ parameters }: Told): readonly NewMethod[] =>
  mfaMethodsIn(parsedList(parameters['MFAS_CAN_SETUP'])).filter(
    (method): method is NewMethod => method !== 'sms',
  )

const onlyAddable = (method: NewMethod) => (told: Told) => {
  const [first, ...others] = addable(told)
  return first === method && others.length === 0
}

export const totpSetup: Asked<'totp-setup'> = {
  kind: 'totp-setup',
  fits: onlyAddable('totp'),
  wantsSecret: true,
  details: ({ secret = '' }) => ({ secret }),
  move: ({ code, deviceName }) => ({
    do: 'verify-app',
    code: requireText('answer.code', code),
    ...(deviceName !== undefined && {
      deviceName: requireText('answer.deviceName', deviceName),
    }),
  }),
}

/** `EmailAddressType` of the API reference. What is none would end the attempt. */
const emailAddress = /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+@[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u

export const emailSetup: Asked<'email-setup'> = {
  kind: 'email-setup',
  fits: onlyAddable('email'),
  details: () => ({}),
  move: ({ email }) => {
    const EMAIL = requireText('answer.email', email)
    if (!emailAddress.test(EMAIL)) throw invalidInput('COGNITO_INVALID_INPUT.form', 'answer.email')
    return { do: 'respond', responses: { EMAIL } }
  },
}

const setups: Readonly<Record<NewMethod, 'totp-setup' | 'email-setup'>> = {
  totp: 'totp-setup',
  email: 'email-setup',
}

export const mfaSetupChoice: Asked<'mfa-setup-choice'> = {
  kind: 'mfa-setup-choice',
  fits: (told) => addable(told).length > 1,
  details: (told) => ({ methods: addable(told) }),
  move: ({ method }, { methods }) => ({
    do: 'turn',
    into: setups[requireOffered(methodField, method, methods)],
    told: { parameters: {} },
  }),
}
