import { randomBytes } from 'node:crypto'
import type { Pool } from '../pool.ts'
import type { AppClient } from '../pool-settings.ts'
import { computeServerPublic } from '../srp-server.ts'
import { endOfSession } from './end-of-session.ts'

/** Who proves to know a secret. */
interface SrpIdentity {
  /** A user name, or the key of a device. */
  username: string
  salt: bigint
  verifier: bigint
}

/** The server's half of an exchange, as parameters of the challenge. */
export const startSrpExchange = (
  pool: Pool,
  input: {
    client: AppClient
    identity: SrpIdentity
    /** A */
    clientPublic: bigint
    /** The one that the challenge comes with, and is answered with; undefined where there is none. */
    session: string | undefined
  },
): { SALT: string; SECRET_BLOCK: string; SRP_B: string } => {
  const { client, identity, clientPublic, session } = input
  const { username, salt, verifier } = identity
  const serverSecret = BigInt(`0x${randomBytes(32).toString('hex')}`)
  const serverPublic = computeServerPublic({ verifier, secret: serverSecret })
  const secretBlock = pool.secretBlocks.seal({
    clientId: client.id,
    sessionEnd: endOfSession(session),
    username,
    clientPublic,
    serverSecret,
    serverPublic,
    lifetime: client.lifetimes.challenge,
  })
  return {
    SALT: salt.toString(16),
    SECRET_BLOCK: secretBlock,
    SRP_B: serverPublic.toString(16),
  }
}
