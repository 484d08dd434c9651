import { expect, it } from 'vitest'
import { addUser } from '../add-user.ts'
import { createPool } from '../pool.ts'
import { readSettings } from '../pool-settings.ts'
import { respondToAuthChallenge } from './respond-to-auth-challenge.ts'

it('refuses a user who was disabled while the challenge was open', async () => {
  const pool = createPool(readSettings({}))
  const { username, sub } = addUser(pool, {
    options: { username: 'ann', mfa: 'totp' },
    path: 'user',
  })
  const [{ id: ClientId, lifetimes }] = pool.settings.clients
  const challenge = 'SOFTWARE_TOKEN_MFA'
  const lifetime = lifetimes.challenge
  const Session = pool.sessions.open({ clientId: ClientId, sub, challenge, lifetime })
  const respond = async () =>
    respondToAuthChallenge(pool, {
      ClientId,
      ChallengeName: challenge,
      Session,
      ChallengeResponses: { USERNAME: 'ann', SOFTWARE_TOKEN_MFA_CODE: '000000x' },
    })

  await expect(respond).rejects.toThrow('Code mismatch')
  pool.users.update(username, { enabled: false })
  await expect(respond).rejects.toThrow('User is disabled.')
})
