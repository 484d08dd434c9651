import { checkHasRoom } from '../passkeys/check-has-room.ts'
import { creationOptions } from '../passkeys/creation-options.ts'
import { passkeySettings } from '../passkeys/passkey-settings.ts'
import { readAccessToken } from '../read-access-token.ts'
import { defineOperation, type Operation, token } from './operation.ts'

/** The challenge lasts as long as a Session of the client. */
export const startWebAuthnRegistration: Operation = defineOperation(
  { AccessToken: token },
  (pool, input) => {
    const { client, user } = readAccessToken(pool, input.AccessToken)
    const settings = passkeySettings(pool, user)
    checkHasRoom(user)
    const challenge = pool.registrationChallenges.open({
      sub: user.sub,
      clientId: client.id,
      lifetime: client.lifetimes.challenge,
    })
    return { CredentialCreationOptions: creationOptions({ user, settings, challenge }) }
  },
)
