import { notAuthorized } from '../aws-error.ts'
import { findUserInPool } from '../find-user-in-pool.ts'
import { noClient } from '../no-client.ts'
import { runPostConfirmation } from '../triggers/run-post-confirmation.ts'
import { context, defineOperation, type Operation, ofUser } from './operation.ts'

/** Verifies no address or number. */
export const adminConfirmSignUp: Operation = defineOperation(
  { ...ofUser, ClientMetadata: context.ClientMetadata },
  async (pool, { ClientMetadata: clientMetadata, ...named }) => {
    const { username, sub, status } = findUserInPool(pool, named)
    if (status !== 'UNCONFIRMED') {
      throw notAuthorized(`User cannot be confirmed. Current status is ${status}`)
    }
    pool.codes.drop({ subject: sub, purpose: 'sign-up' })
    const user = pool.users.update(username, { status: 'CONFIRMED' })
    await runPostConfirmation(pool, {
      client: noClient,
      user,
      source: 'ConfirmSignUp',
      clientMetadata,
    })
    return {}
  },
)
