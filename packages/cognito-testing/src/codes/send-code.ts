import type { ClientMetadata } from '../client-metadata.ts'
import type { MessagePurpose } from '../inbox.ts'
import type { CallingClient } from '../no-client.ts'
import type { ContactAttribute } from '../options.ts'
import type { Pool } from '../pool.ts'
import type { MessageSource } from '../triggers/run-custom-message.ts'
import type { User } from '../user-store.ts'
import { type CodeDeliveryDetails, describeDelivery } from './code-delivery.ts'
import type { CodeSlot } from './code-slots.ts'
import { deliverCode } from './deliver-code.ts'

/** For what an account is sent codes, beside signing in. */
export type CodePurpose = Exclude<CodeSlot['purpose'], 'mfa' | 'sign-in'>

/** Seconds. Source: "Managing your user pool's settings" of the Amazon Cognito developer guide. */
export const codeLifetime: Readonly<Record<CodePurpose, number>> = {
  'sign-up': 24 * 3600,
  'verify-attribute': 24 * 3600,
  'forgot-password': 3600,
}

type AccountSource = Exclude<MessageSource, 'Authentication' | 'AdminCreateUser'>

const purposes: Readonly<Record<AccountSource, { message: MessagePurpose; code: CodePurpose }>> = {
  SignUp: { message: 'sign-up', code: 'sign-up' },
  ResendCode: { message: 'sign-up', code: 'sign-up' },
  ForgotPassword: { message: 'forgot-password', code: 'forgot-password' },
  VerifyUserAttribute: { message: 'verify-attribute', code: 'verify-attribute' },
  UpdateUserAttribute: { message: 'update-attribute', code: 'verify-attribute' },
}

export interface CodeMessage {
  client: CallingClient
  user: User
  source: AccountSource
  attribute: ContactAttribute
  to: string
  clientMetadata: ClientMetadata | undefined
}

/** Sends a user a new code; says where to, as much as the caller may know. */
export const sendCode = async (pool: Pool, message: CodeMessage): Promise<CodeDeliveryDetails> => {
  const { user, source, attribute, to } = message
  const { message: purpose, code } = purposes[source]
  await deliverCode(pool, {
    ...message,
    purpose,
    slot: {
      subject: user.sub,
      purpose: code,
      ...(code === 'verify-attribute' && { attribute }),
    },
    digits: 6,
    lifetime: codeLifetime[code],
  })
  return describeDelivery(attribute, to)
}
