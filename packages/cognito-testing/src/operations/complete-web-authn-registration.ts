import { invalidParameter } from '../aws-error.ts'
import { checkHasRoom } from '../passkeys/check-has-room.ts'
import { readClientData } from '../passkeys/client-data.ts'
import { passkeySettings } from '../passkeys/passkey-settings.ts'
import { readRegistration } from '../passkeys/read-credential.ts'
import { verifyRegistration } from '../passkeys/verify-registration.ts'
import { readAccessToken } from '../read-access-token.ts'
import { defineOperation, type Operation, token } from './operation.ts'

/** What users tell their passkeys apart by; nobody can choose it. */
const nameOf = (attachment: string | null | undefined): string =>
  attachment === 'cross-platform' ? 'Security key' : 'Passkey'

export const completeWebAuthnRegistration: Operation = defineOperation(
  { AccessToken: token, Credential: { type: 'document', required: true, sensitive: true } },
  async (pool, { AccessToken, Credential }) => {
    const { client, user: caller } = readAccessToken(pool, AccessToken)
    const settings = passkeySettings(pool, caller)
    const untrustedCredential = readRegistration(Credential)
    const { clientDataJSON, transports = [] } = untrustedCredential.response
    const { challenge } = readClientData(clientDataJSON)
    pool.registrationChallenges.take({
      sub: caller.sub,
      clientId: client.id,
      untrustedChallenge: challenge,
    })
    const key = await verifyRegistration({ untrustedCredential, challenge, settings })
    // While that was waited for, the token may have been revoked, and other keys registered.
    const { user } = readAccessToken(pool, AccessToken)
    checkHasRoom(user)
    const known = pool.users.all().flatMap(({ passkeys }) => passkeys)
    if (known.some(({ id }) => id === key.id)) {
      throw invalidParameter('This passkey is registered already.')
    }
    const { authenticatorAttachment: attachment } = untrustedCredential
    const passkey = {
      ...key,
      name: nameOf(attachment),
      relyingPartyId: settings.relyingPartyId,
      transports,
      ...(attachment && { attachment }),
      createdAt: pool.clock.nowMs() / 1000,
    }
    pool.users.update(user.username, { passkeys: [...user.passkeys, passkey] })
    return {}
  },
)
