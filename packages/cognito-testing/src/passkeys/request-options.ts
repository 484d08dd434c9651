import { createHmac } from 'node:crypto'
import type { Pool } from '../pool.ts'
import type { AppClient } from '../pool-settings.ts'
import type { User } from '../user-store.ts'
import { passkeySettings } from './passkey-settings.ts'

/**
 * The challenge that belongs to a Session: whoever has the one can be asked for the other, and it
 * tells nothing of it.
 */
export const challengeOfSession = ({ simulationKey }: Pool, session: string): string =>
  createHmac('sha256', simulationKey)
    .update(`web-authn:${session}`)
    .digest()
    .toString('base64url', 0, 16)

/** The same each time: who has no passkey here does not exist, and is not to be told from others. */
const simulatedPasskey = ({ simulationKey }: Pool, { sub }: User): { id: string } => ({
  id: createHmac('sha256', simulationKey).update(`passkey:${sub}`).digest('base64url'),
})

/** PublicKeyCredentialRequestOptionsJSON with the members and values of a real pool. */
export const requestOptions = (
  pool: Pool,
  input: { client: AppClient; user: User; session: string },
): Readonly<Record<string, unknown>> => {
  const { client, user, session } = input
  const { relyingPartyId, userVerification } = passkeySettings(pool, user)
  const passkeys = user.passkeys.length > 0 ? user.passkeys : [simulatedPasskey(pool, user)]
  return {
    hints: [],
    attestation: 'none',
    attestationFormats: [],
    challenge: challengeOfSession(pool, session),
    timeout: client.lifetimes.challenge * 1000,
    rpId: relyingPartyId,
    allowCredentials: passkeys.map(({ id }) => ({ id, type: 'public-key' })),
    userVerification,
  }
}
