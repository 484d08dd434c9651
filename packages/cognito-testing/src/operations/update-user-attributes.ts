import { checkAliasIsFree } from '../attributes/check-alias-is-free.ts'
import { checkMayChange } from '../attributes/check-may-change.ts'
import { checkMayWrite } from '../attributes/check-may-write.ts'
import { isContactAttribute, verifiedFlagOf } from '../attributes/contact-attribute.ts'
import { namedValues } from '../attributes/named-values.ts'
import { readWrittenAttributes } from '../attributes/read-written-attributes.ts'
import { withoutAttributes } from '../attributes/without-attributes.ts'
import { sendCode } from '../codes/send-code.ts'
import type { Contact } from '../codes/sign-up-contact.ts'
import type { Pool } from '../pool.ts'
import { readAccessToken } from '../read-access-token.ts'
import type { User } from '../user-store.ts'
import { context, defineOperation, type Operation, token } from './operation.ts'

type AttributeChange = Pick<User, 'attributes' | 'pendingAttributes'>

/** Whether a new value is a way in from now on, without being verified. */
const isWayInAtOnce = ({ settings }: Pool, name: string): boolean =>
  name === 'preferred_username'
    ? settings.aliases.includes(name)
    : isContactAttribute(name) &&
      settings.usernameAttributes.includes(name) &&
      !settings.verifyBeforeUpdate.includes(name)

/**
 * Another address or number is not verified; where the pool says so it does not count before it
 * is. The same one again calls off whatever was to replace it.
 */
const changeContact = (
  { settings }: Pool,
  { attributes, pendingAttributes }: AttributeChange,
  { attribute, to }: Contact,
): AttributeChange => {
  const { [attribute]: _calledOff, ...pending } = pendingAttributes
  if (attributes[attribute] === to) return { attributes, pendingAttributes: pending }
  if (settings.verifyBeforeUpdate.includes(attribute)) {
    return { attributes, pendingAttributes: { ...pending, [attribute]: to } }
  }
  return {
    attributes: { ...attributes, [attribute]: to, [verifiedFlagOf(attribute)]: 'false' },
    pendingAttributes: pending,
  }
}

/** All of it is written or nothing. */
export const updateUserAttributes: Operation = defineOperation(
  {
    UserAttributes: { type: 'attributes', required: true },
    AccessToken: token,
    ClientMetadata: context.ClientMetadata,
  },
  async (pool, input) => {
    const { schema, autoVerifiedAttributes } = pool.settings
    const { client, user } = readAccessToken(pool, input.AccessToken)
    const untrustedAttributes = namedValues(input.UserAttributes)
    const names = Object.keys(untrustedAttributes)
    checkMayWrite(schema, client, names)
    checkMayChange(schema, names)
    const written = { before: user.attributes, untrustedAttributes }
    const { set, removed } = readWrittenAttributes(schema, written)
    for (const [attribute, value] of Object.entries(set)) {
      if (isWayInAtOnce(pool, attribute)) checkAliasIsFree(pool, { user, attribute, value })
    }

    const contacts = Object.entries(set).flatMap(([attribute, to]) =>
      isContactAttribute(attribute) ? [{ attribute, to }] : [],
    )
    const others = Object.entries(set).filter(([name]) => !isContactAttribute(name))
    const kept = withoutAttributes(user, removed)
    const change = contacts.reduce<AttributeChange>(
      (changed, contact) => changeContact(pool, changed, contact),
      { ...kept, attributes: { ...kept.attributes, ...Object.fromEntries(others) } },
    )
    const updated = pool.users.update(user.username, change)
    for (const attribute of names.filter(isContactAttribute)) {
      pool.codes.drop({ subject: user.sub, purpose: 'verify-attribute', attribute })
    }
    const toVerify = contacts.filter(
      ({ attribute, to }) =>
        autoVerifiedAttributes.includes(attribute) && user.attributes[attribute] !== to,
    )
    const deliveries = await Promise.all(
      toVerify.map((contact) =>
        sendCode(pool, {
          client,
          user: updated,
          source: 'UpdateUserAttribute',
          clientMetadata: input.ClientMetadata,
          ...contact,
        }),
      ),
    )
    return deliveries.length > 0 ? { CodeDeliveryDetailsList: deliveries } : {}
  },
)
