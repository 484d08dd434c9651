import { expect, it } from 'vitest'
import { addUser } from './add-user.ts'
import { createPool } from './pool.ts'
import { readSettings } from './pool-settings.ts'
import { refreshSignIn } from './refresh-sign-in.ts'

it('refuses a user who was disabled after signing in', async () => {
  const pool = createPool(readSettings({}))
  const user = addUser(pool, { options: { username: 'ann' }, path: 'user' })
  const [client] = pool.settings.clients
  const { refreshToken } = pool.refreshTokens.start({ client, user })
  const refresh = async () =>
    refreshSignIn(pool, { client, untrustedToken: refreshToken, untrustedDeviceKey: undefined })

  expect(await refresh()).toMatchObject({ TokenType: 'Bearer' })
  pool.users.update(user.username, { enabled: false })
  await expect(refresh).rejects.toThrow('User is disabled.')
})
