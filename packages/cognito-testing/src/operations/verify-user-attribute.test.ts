import { expect, it } from 'vitest'
import { addUser } from '../add-user.ts'
import { groupClaims } from '../groups/group-claims.ts'
import { issueTokens } from '../issue-tokens.ts'
import { createPool } from '../pool.ts'
import { readSettings } from '../pool-settings.ts'
import { verifyUserAttribute } from './verify-user-attribute.ts'

it('verifies no address with a code that went to another one', async () => {
  const pool = createPool(readSettings({}))
  const { settings, refreshTokens, clock } = pool
  const options = { username: 'ann', attributes: { email: 'ann@example.com' } }
  const user = addUser(pool, { options, path: 'user' })
  const [client] = settings.clients
  const { grant } = refreshTokens.start({ client, user })
  const eventId = refreshTokens.beginEvent(grant)
  const now = clock.now()
  const groups = groupClaims(pool, user)
  const { AccessToken } = issueTokens({ settings, client, user, groups, grant, eventId, now })

  const verifyWithCodeTo = async (to: string) => {
    const slot = { subject: user.sub, purpose: 'verify-attribute', attribute: 'email' } as const
    const Code = pool.codes.issue(slot, { digits: 6, attribute: 'email', to })
    return verifyUserAttribute(pool, { AccessToken, AttributeName: 'email', Code })
  }
  await expect(verifyWithCodeTo('ann@example.org')).rejects.toThrow('request a code again.')
  expect(await verifyWithCodeTo('ann@example.com')).toEqual({})
})
