import type { SignIn } from '../auth-answer.ts'
import { describeDelivery } from '../codes/code-delivery.ts'
import { deliverCode } from '../codes/deliver-code.ts'
import type { ContactAttribute } from '../options.ts'
import type { Pool } from '../pool.ts'
import { isSimulated } from '../simulated-account.ts'

/** Whether a code stands in for the password, or comes after it: one is no answer to the other. */
export type CodeUse = 'sign-in' | 'mfa'

/** E-mailed one-time codes have eight digits, text messages six. */
const digits = { email: 8, phone_number: 6 } as const

/**
 * Sends a code to sign in with; gives the parameters of the challenge that asks for it. To somebody
 * who does not exist nothing is sent.
 */
export const sendOneTimeCode = async (
  pool: Pool,
  { client, user, clientMetadata }: SignIn,
  code: { use: CodeUse; attribute: ContactAttribute; to: string; isForeign?: boolean },
): Promise<Readonly<Record<string, string>>> => {
  const { use, attribute, to, isForeign = false } = code
  if (!isSimulated(user)) {
    await deliverCode(pool, {
      client,
      user,
      source: 'Authentication',
      purpose: use,
      slot: { subject: user.sub, purpose: use, attribute },
      digits: digits[attribute],
      attribute,
      to,
      isForeign,
      clientMetadata,
    })
  }
  const { DeliveryMedium, Destination } = describeDelivery(attribute, to)
  return {
    CODE_DELIVERY_DELIVERY_MEDIUM: DeliveryMedium,
    CODE_DELIVERY_DESTINATION: Destination,
  }
}
