import { invalidParameter, notAuthorized } from '../aws-error.ts'
import { checkMayReset, noWayToRecover } from '../check-may-reset.ts'
import { recoveryContact } from '../codes/recovery-contact.ts'
import { sendCode } from '../codes/send-code.ts'
import { findUserInPool } from '../find-user-in-pool.ts'
import { noClient } from '../no-client.ts'
import { context, defineOperation, type Operation, ofUser } from './operation.ts'

/** Who knows the password is let in no more, until the code that is sent has made another. */
export const adminResetUserPassword: Operation = defineOperation(
  { ...ofUser, ClientMetadata: context.ClientMetadata },
  async (pool, { ClientMetadata: clientMetadata, ...named }) => {
    const user = findUserInPool(pool, named)
    if (!user.enabled) throw notAuthorized('User is disabled.')
    checkMayReset(user)
    const contact = recoveryContact(pool.settings, user)
    if (!contact) throw invalidParameter(noWayToRecover)
    const reset = pool.users.update(user.username, { status: 'RESET_REQUIRED' })
    const source = 'ForgotPassword'
    await sendCode(pool, { client: noClient, user: reset, source, clientMetadata, ...contact })
    return {}
  },
)
