import { expect, it } from 'vitest'
import { addUser } from '../add-user.ts'
import { createPool } from '../pool.ts'
import { readSettings } from '../pool-settings.ts'
import { associateSoftwareToken } from './associate-software-token.ts'

const asked = () => {
  const pool = createPool(readSettings({ mfa: 'required' }))
  const user = addUser(pool, { options: { username: 'ann' }, path: 'user' })
  const [{ id: clientId, lifetimes }] = pool.settings.clients
  const binding = { clientId, sub: user.sub, challenge: 'MFA_SETUP' }
  const Session = pool.sessions.open({ ...binding, lifetime: lifetimes.challenge })
  const associate = async () => associateSoftwareToken(pool, { Session })
  return { pool, user, associate }
}

it('hands out no secret to a user who was disabled meanwhile, and keeps the Session', async () => {
  const { pool, user, associate } = asked()
  pool.users.update(user.username, { enabled: false })
  await expect(associate).rejects.toThrow('User is disabled.')
  pool.users.update(user.username, { enabled: true })
  expect(await associate()).toMatchObject({ SecretCode: expect.any(String) })
})

it('hands out none for a user who is gone, whoever has the name now', async () => {
  const { pool, user, associate } = asked()
  pool.users.remove(user.username)
  addUser(pool, { options: { username: 'ann' }, path: 'user' })
  await expect(associate).rejects.toThrow('Invalid session for the user.')
})
