import { expect, it } from 'vitest'
import { addUser } from '../add-user.ts'
import { createPool } from '../pool.ts'
import { readSettings } from '../pool-settings.ts'
import { confirmForgotPassword } from './confirm-forgot-password.ts'
import { forgotPassword } from './forgot-password.ts'

it('takes no code of a user who was disabled since', async () => {
  const pool = createPool(readSettings({}))
  const attributes = { email: 'ann@example.com', email_verified: 'true' }
  const { username } = addUser(pool, { options: { username: 'ann', attributes }, path: 'user' })
  const named = { ClientId: pool.settings.clients[0].id, Username: 'ann' }
  await forgotPassword(pool, named)
  const ConfirmationCode = pool.inbox.lastCodeFor('ann')
  const confirm = async () =>
    confirmForgotPassword(pool, { ...named, ConfirmationCode, Password: 'Correct-Horse1' })

  pool.users.update(username, { enabled: false })
  await expect(confirm).rejects.toThrow('Invalid verification code provided, please try again.')
  pool.users.update(username, { enabled: true })
  expect(await confirm()).toEqual({})
})
