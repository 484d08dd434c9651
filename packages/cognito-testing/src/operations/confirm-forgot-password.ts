import { accountClient } from '../account-client.ts'
import { codeMismatch } from '../aws-error.ts'
import { checkPasswordPolicy } from '../check-password-policy.ts'
import { checkCode } from '../codes/check-code.ts'
import { findAccount } from '../find-account.ts'
import { checkPasswordHistory, withPassword } from '../password-history.ts'
import { runPostConfirmation } from '../triggers/run-post-confirmation.ts'
import {
  clientId,
  code,
  context,
  defineOperation,
  type Operation,
  password,
  secretHash,
  username,
} from './operation.ts'

/** What passwords the user had is told to nobody without the code. */
export const confirmForgotPassword: Operation = defineOperation(
  {
    ClientId: clientId,
    Username: username,
    ConfirmationCode: code,
    Password: { ...password, required: true },
    SecretHash: secretHash,
    ...context,
  },
  async (pool, input) => {
    const client = accountClient(pool, input)
    checkPasswordPolicy(pool, input.Password)
    const { user, subject } = findAccount(pool, client, input.Username)
    pool.attemptLimits.count('ForgotPassword', subject)
    const slot = { subject, purpose: 'forgot-password' } as const
    checkCode(pool, slot, input.ConfirmationCode)
    if (!user?.enabled) throw codeMismatch()
    checkPasswordHistory(pool, user, input.Password)
    pool.codes.drop(slot)
    pool.passwordAttempts.succeed(user.username)
    const updated = pool.users.update(user.username, {
      status: 'CONFIRMED',
      ...withPassword(pool, user, input.Password),
    })
    await runPostConfirmation(pool, {
      client,
      user: updated,
      source: 'ConfirmForgotPassword',
      clientMetadata: input.ClientMetadata,
    })
    return {}
  },
)
