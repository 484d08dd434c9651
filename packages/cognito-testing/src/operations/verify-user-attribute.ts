import { checkAliasIsFree } from '../attributes/check-alias-is-free.ts'
import { verifiedFlagOf } from '../attributes/contact-attribute.ts'
import { readContactAttribute } from '../attributes/read-contact-attribute.ts'
import { expiredCode } from '../aws-error.ts'
import { checkCode } from '../codes/check-code.ts'
import { readAccessToken } from '../read-access-token.ts'
import { attributeName, code, defineOperation, type Operation, token } from './operation.ts'

/** A value that waited to be verified takes the place of the old one. */
export const verifyUserAttribute: Operation = defineOperation(
  { AccessToken: token, AttributeName: attributeName, Code: code },
  (pool, input) => {
    const { aliases, usernameAttributes } = pool.settings
    const { user } = readAccessToken(pool, input.AccessToken)
    const attribute = readContactAttribute(input.AttributeName)
    pool.attemptLimits.count('VerifyUserAttribute', user.sub)
    const slot = { subject: user.sub, purpose: 'verify-attribute', attribute } as const
    const { to: value } = checkCode(pool, slot, input.Code)
    const { [attribute]: awaited = user.attributes[attribute], ...pendingAttributes } =
      user.pendingAttributes
    // The code went to a value that was replaced meanwhile.
    if (value === undefined || value !== awaited) throw expiredCode()
    if (aliases.includes(attribute) || usernameAttributes.includes(attribute)) {
      checkAliasIsFree(pool, { user, attribute, value })
    }
    pool.codes.drop(slot)
    pool.users.update(user.username, {
      attributes: {
        ...user.attributes,
        [attribute]: value,
        [verifiedFlagOf(attribute)]: 'true',
      },
      pendingAttributes,
    })
    return {}
  },
)
