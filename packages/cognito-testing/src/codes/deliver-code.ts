import type { ClientMetadata } from '../client-metadata.ts'
import type { MessagePurpose } from '../inbox.ts'
import type { CallingClient } from '../no-client.ts'
import type { ContactAttribute } from '../options.ts'
import type { Pool } from '../pool.ts'
import { type MessageSource, runCustomMessage } from '../triggers/run-custom-message.ts'
import type { User } from '../user-store.ts'
import { mediumOf } from './code-delivery.ts'
import type { CodeSlot } from './code-slots.ts'

export interface Delivery {
  client: CallingClient
  user: User
  source: MessageSource
  purpose: MessagePurpose
  slot: CodeSlot
  digits: 6 | 8
  /** Seconds, if it has an end. */
  lifetime?: number
  attribute: ContactAttribute
  to: string
  /** Whether the address or number is none of the user's yet. */
  isForeign?: boolean
  clientMetadata: ClientMetadata | undefined
}

/** Whether the user is there, and has not replaced the address or number since. */
const isReached = ({ users }: Pool, delivery: Delivery): boolean => {
  const { user, attribute, to, isForeign = false } = delivery
  const now = users.get(user.username)
  return (
    now?.sub === user.sub &&
    (isForeign ||
      [now.attributes, now.pendingAttributes].some((values) => values[attribute] === to))
  )
}

/** Issues a new code and sends it, in the words of the pool's trigger where it has one. */
export const deliverCode = async (pool: Pool, delivery: Delivery): Promise<void> => {
  const { user, purpose, slot, digits, lifetime, attribute, to } = delivery
  const medium = mediumOf(attribute)
  const messageWith = await runCustomMessage(pool, { ...delivery, medium })
  if (!isReached(pool, delivery)) return
  const code = pool.codes.issue(slot, {
    digits,
    attribute,
    to,
    ...(lifetime !== undefined && { lifetime }),
  })
  pool.inbox.deliver(user.sub, { to, medium, purpose, code, ...messageWith(code) })
}
