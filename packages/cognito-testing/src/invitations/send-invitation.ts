import type { ClientMetadata } from '../client-metadata.ts'
import { noClient } from '../no-client.ts'
import type { Pool } from '../pool.ts'
import { runCustomMessage } from '../triggers/run-custom-message.ts'
import type { User } from '../user-store.ts'

export type Medium = 'EMAIL' | 'SMS'

const ways = {
  EMAIL: { attribute: 'email', medium: 'email' },
  SMS: { attribute: 'phone_number', medium: 'sms' },
} as const

/**
 * Tells a new user their temporary password, empty where they need none, by every medium that is
 * wanted and that the user has.
 */
export const sendInvitation = async (
  pool: Pool,
  input: {
    user: User
    password: string
    mediums: readonly Medium[]
    clientMetadata: ClientMetadata | undefined
  },
): Promise<void> => {
  const { user, password: code, mediums, clientMetadata } = input
  for (const { attribute, medium } of new Set(mediums.map((name) => ways[name]))) {
    const to = user.attributes[attribute]
    if (!to) continue
    const message = { client: noClient, user, source: 'AdminCreateUser', medium } as const
    const messageWith = await runCustomMessage(pool, { ...message, clientMetadata })
    pool.inbox.deliver(user.sub, {
      to,
      medium,
      purpose: 'invitation',
      code,
      ...messageWith(code),
    })
  }
}
