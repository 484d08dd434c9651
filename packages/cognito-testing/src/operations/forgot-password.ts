import { accountClient } from '../account-client.ts'
import { invalidParameter, notAuthorized } from '../aws-error.ts'
import { checkMayReset, noWayToRecover } from '../check-may-reset.ts'
import { recoveryContact } from '../codes/recovery-contact.ts'
import { sendCode } from '../codes/send-code.ts'
import { simulateCode } from '../codes/simulate-code.ts'
import { findAccount } from '../find-account.ts'
import { migrateUser } from '../triggers/migrate-user.ts'
import {
  clientId,
  context,
  defineOperation,
  type Operation,
  secretHash,
  username,
} from './operation.ts'

/**
 * Who does not exist, is disabled or cannot be reached is told the same as everybody else, where
 * the client hides who exists.
 */
export const forgotPassword: Operation = defineOperation(
  { ClientId: clientId, Username: username, SecretHash: secretHash, ...context },
  async (pool, input) => {
    const client = accountClient(pool, input)
    const { Username: untrustedName, ClientMetadata: clientMetadata } = input
    if (pool.settings.accountRecovery.length === 0) {
      throw notAuthorized('Contact administrator to reset password.')
    }
    await migrateUser(pool, { client, untrustedName, untrustedPassword: undefined, clientMetadata })
    const { user, subject } = findAccount(pool, client, untrustedName)
    pool.attemptLimits.count('ForgotPassword', subject)
    const contact = user?.enabled ? recoveryContact(pool.settings, user) : undefined
    if (user?.enabled) checkMayReset(user)
    if (user && contact) {
      const message = {
        client,
        user,
        source: 'ForgotPassword',
        clientMetadata,
        ...contact,
      } as const
      return { CodeDeliveryDetails: await sendCode(pool, message) }
    }
    if (client.preventUserExistenceErrors) {
      const simulated = { subject, untrustedName, purpose: 'forgot-password' } as const
      return { CodeDeliveryDetails: simulateCode(pool, simulated) }
    }
    throw user?.enabled ? invalidParameter(noWayToRecover) : notAuthorized('User is disabled.')
  },
)
