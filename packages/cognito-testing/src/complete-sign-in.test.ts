import { expect, it } from 'vitest'
import { addUser } from './add-user.ts'
import { completeSignIn } from './complete-sign-in.ts'
import { createPool, type Pool } from './pool.ts'
import { readSettings } from './pool-settings.ts'

it('asks after every trigger whether the user may still sign in', async () => {
  const run: string[] = []
  const disableIn = async (last: string): Promise<void> => {
    run.length = 0
    const step = <Event>(name: string, event: Event): Event => {
      run.push(name)
      if (name === last) pool.users.update('ann', { enabled: false })
      return event
    }
    const pool: Pool = createPool(
      readSettings({
        triggers: {
          postAuthentication: (event) => step('PostAuthentication', event),
          preTokenGeneration: (event) => step('PreTokenGeneration', event),
        },
      }),
    )
    const user = addUser(pool, { options: { username: 'ann' }, path: 'user' })
    const [client] = pool.settings.clients
    await completeSignIn(pool, { client, user })
  }

  await disableIn('nothing')
  expect(run).toEqual(['PostAuthentication', 'PreTokenGeneration'])
  await expect(disableIn('PostAuthentication')).rejects.toThrow('User is disabled.')
  expect(run).toEqual(['PostAuthentication'])
  await expect(disableIn('PreTokenGeneration')).rejects.toThrow('User is disabled.')
  expect(run).toEqual(['PostAuthentication', 'PreTokenGeneration'])
})
