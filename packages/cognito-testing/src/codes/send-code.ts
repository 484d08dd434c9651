import type { MessagePurpose } from '../inbox.ts'
import type { ContactAttribute } from '../options.ts'
import type { Pool } from '../pool.ts'
import type { User } from '../user-store.ts'
import { type CodeDeliveryDetails, describeDelivery, mediumOf } from './code-delivery.ts'
import type { CodeSlot } from './code-slots.ts'

/** For what an account is sent codes, beside signing in. */
export type CodePurpose = Exclude<CodeSlot['purpose'], 'mfa'>

/** Seconds. Source: "Managing your user pool's settings" of the Amazon Cognito developer guide. */
export const codeLifetime: Readonly<Record<CodePurpose, number>> = {
  'sign-up': 24 * 3600,
  'verify-attribute': 24 * 3600,
  'forgot-password': 3600,
}

export interface CodeMessage {
  user: User
  purpose: Exclude<MessagePurpose, 'mfa'>
  attribute: ContactAttribute
  to: string
}

/** The slot of a code by what its message says it is for. */
export const slotOf = ({
  user,
  purpose,
  attribute,
}: Pick<CodeMessage, 'user' | 'purpose' | 'attribute'>): CodeSlot & { purpose: CodePurpose } =>
  purpose === 'sign-up' || purpose === 'forgot-password'
    ? { subject: user.sub, purpose }
    : { subject: user.sub, purpose: 'verify-attribute', attribute }

/** Sends a user a new code; says where to, as much as the caller may know. */
export const sendCode = (
  pool: Pool,
  message: CodeMessage,
): CodeDeliveryDetails | Promise<CodeDeliveryDetails> => {
  const { user, purpose, attribute, to } = message
  const slot = slotOf(message)
  const lifetime = codeLifetime[slot.purpose]
  const code = pool.codes.issue(slot, { digits: 6, attribute, to, lifetime })
  pool.inbox.deliver(user.sub, { to, medium: mediumOf(attribute), purpose, code })
  return describeDelivery(attribute, to)
}
