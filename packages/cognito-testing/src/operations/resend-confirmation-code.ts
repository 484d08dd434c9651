import { accountClient } from '../account-client.ts'
import { type AwsError, invalidParameter, notAuthorized } from '../aws-error.ts'
import { sendCode } from '../codes/send-code.ts'
import { signUpContact } from '../codes/sign-up-contact.ts'
import { simulateCode } from '../codes/simulate-code.ts'
import { findAccount } from '../find-account.ts'
import {
  clientId,
  context,
  defineOperation,
  type Operation,
  secretHash,
  username,
} from './operation.ts'

const nothingToVerify = (): AwsError =>
  notAuthorized('Cannot resend codes. Auto verification not turned on.')

/** A new code each time: the one before it is wrong from then on. */
export const resendConfirmationCode: Operation = defineOperation(
  { ClientId: clientId, Username: username, SecretHash: secretHash, ...context },
  async (pool, input) => {
    const client = accountClient(pool, input)
    if (pool.settings.autoVerifiedAttributes.length === 0) throw nothingToVerify()
    const { user, subject } = findAccount(pool, client, input.Username)
    pool.attemptLimits.count('ResendConfirmationCode', subject)
    if (!user || (!user.enabled && client.preventUserExistenceErrors)) {
      const simulated = { subject, untrustedName: input.Username, purpose: 'sign-up' } as const
      return { CodeDeliveryDetails: simulateCode(pool, simulated) }
    }
    if (!user.enabled) throw notAuthorized('User is disabled.')
    if (user.status !== 'UNCONFIRMED') throw invalidParameter('User is already confirmed.')
    const contact = signUpContact(pool.settings, user)
    if (!contact) throw nothingToVerify()
    const clientMetadata = input.ClientMetadata
    const message = { client, user, source: 'ResendCode', clientMetadata, ...contact } as const
    return { CodeDeliveryDetails: await sendCode(pool, message) }
  },
)
