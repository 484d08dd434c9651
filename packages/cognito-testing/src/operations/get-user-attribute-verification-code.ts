import { readContactAttribute } from '../attributes/read-contact-attribute.ts'
import { invalidParameter } from '../aws-error.ts'
import { sendCode } from '../codes/send-code.ts'
import { readAccessToken } from '../read-access-token.ts'
import { attributeName, context, defineOperation, type Operation, token } from './operation.ts'

const missing = {
  email: 'User does not have a valid registered email address',
  phone_number: 'User does not have a valid registered phone number',
}

/** Sent to the value that waits to be verified, where there is one; to one that was, too. */
export const getUserAttributeVerificationCode: Operation = defineOperation(
  {
    AccessToken: token,
    AttributeName: attributeName,
    ClientMetadata: context.ClientMetadata,
  },
  async (pool, input) => {
    const { client, user } = readAccessToken(pool, input.AccessToken)
    const attribute = readContactAttribute(input.AttributeName)
    pool.attemptLimits.count('GetUserAttributeVerificationCode', user.sub)
    const to = user.pendingAttributes[attribute] ?? user.attributes[attribute]
    if (!to) throw invalidParameter(missing[attribute])
    const details = await sendCode(pool, {
      client,
      user,
      source: 'VerifyUserAttribute',
      attribute,
      to,
      clientMetadata: input.ClientMetadata,
    })
    return { CodeDeliveryDetails: details }
  },
)
