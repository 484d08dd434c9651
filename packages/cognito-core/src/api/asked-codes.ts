import { requireText } from '../require-text.ts'
import type { Asked, Move } from './asked.ts'
import { deliveryOf } from './code-delivery.ts'

const sentAs =
  (name: string) =>
  ({ code }: { code?: string }): Move => ({
    do: 'respond',
    responses: { [name]: requireText('answer.code', code) },
  })

export const smsCode = (answeredAs: string): Asked<'sms-code'> => ({
  kind: 'sms-code',
  details: ({ parameters }) => ({ delivery: deliveryOf(parameters) }),
  move: sentAs(answeredAs),
})

export const emailCode: Asked<'email-code'> = {
  kind: 'email-code',
  details: ({ parameters }) => ({ delivery: deliveryOf(parameters) }),
  move: sentAs('EMAIL_OTP_CODE'),
}

export const totpCode: Asked<'totp-code'> = {
  kind: 'totp-code',
  details: ({ parameters: { FRIENDLY_DEVICE_NAME: deviceName } }) =>
    deviceName ? { deviceName } : {},
  move: sentAs('SOFTWARE_TOKEN_MFA_CODE'),
}
