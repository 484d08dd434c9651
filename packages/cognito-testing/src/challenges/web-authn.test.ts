import { expect, it } from 'vitest'
import { addUser } from '../add-user.ts'
import { respondToAuthChallenge } from '../operations/respond-to-auth-challenge.ts'
import { createTestAuthenticator } from '../passkeys/create-test-authenticator.ts'
import { creationOptions } from '../passkeys/creation-options.ts'
import { passkeySettings } from '../passkeys/passkey-settings.ts'
import { verifyRegistration } from '../passkeys/verify-registration.ts'
import { createPool } from '../pool.ts'
import { readSettings } from '../pool-settings.ts'
import { openWebAuthnChallenge } from './web-authn.ts'

it('tells a user who was disabled meanwhile so, and nobody who has no passkey of theirs', async () => {
  const pool = createPool(readSettings({ firstFactors: ['password', 'passkey'] }))
  const added = addUser(pool, { options: { username: 'ann' }, path: 'user' })
  const settings = passkeySettings(pool, added)
  const device = createTestAuthenticator()
  const challenge = 'AAAA'
  const key = await verifyRegistration({
    untrustedCredential: device.create(creationOptions({ user: added, settings, challenge })),
    challenge,
    settings,
  })
  const passkey = { ...key, name: 'Passkey', relyingPartyId: 'localhost', transports: [] }
  const user = pool.users.update('ann', { passkeys: [{ ...passkey, createdAt: 0 }] })
  const [client] = pool.settings.clients
  const { Session, ChallengeParameters } = openWebAuthnChallenge(pool, { client, user })
  const assertion = device.get(
    JSON.parse(ChallengeParameters['CREDENTIAL_REQUEST_OPTIONS'] ?? '{}'),
  )
  const answer = async (credential: object) =>
    respondToAuthChallenge(pool, {
      ClientId: client.id,
      ChallengeName: 'WEB_AUTHN',
      Session,
      ChallengeResponses: { USERNAME: 'ann', CREDENTIAL: JSON.stringify(credential) },
    })

  pool.users.update('ann', { enabled: false })
  await expect(answer({ ...assertion, id: 'AAAA', rawId: 'AAAA' })).rejects.toThrow(
    'The passkey was not accepted.',
  )
  await expect(answer(assertion)).rejects.toThrow('User is disabled.')
})
