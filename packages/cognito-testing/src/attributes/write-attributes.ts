import type { ClientMetadata } from '../client-metadata.ts'
import type { CodeDeliveryDetails } from '../codes/code-delivery.ts'
import { sendCode } from '../codes/send-code.ts'
import type { Contact } from '../codes/sign-up-contact.ts'
import type { CallingClient } from '../no-client.ts'
import type { Pool } from '../pool.ts'
import type { User } from '../user-store.ts'
import type { Attributes } from './attribute-problem.ts'
import { checkAliasIsFree } from './check-alias-is-free.ts'
import { isContactAttribute, verifiedFlagOf } from './contact-attribute.ts'
import type { WrittenAttributes } from './read-written-attributes.ts'
import { withoutAttributes } from './without-attributes.ts'

type AttributeChange = Pick<User, 'attributes' | 'pendingAttributes'>

/** Whether who writes it says that it is verified, as operators may. */
const isSaidToBeVerified = (set: Attributes, name: string): boolean =>
  isContactAttribute(name) && set[verifiedFlagOf(name)] === 'true'

/** Whether a new value is a way in from now on. */
const isWayInAtOnce = ({ settings }: Pool, set: Attributes, name: string): boolean => {
  const { aliases, usernameAttributes, verifyBeforeUpdate } = settings
  if (name === 'preferred_username') return aliases.includes(name)
  if (!isContactAttribute(name)) return false
  if (isSaidToBeVerified(set, name)) {
    return aliases.includes(name) || usernameAttributes.includes(name)
  }
  return usernameAttributes.includes(name) && !verifyBeforeUpdate.includes(name)
}

/**
 * Another address or number is not verified; where the pool says so it does not count before it
 * is. The same one again calls off whatever was to replace it.
 */
const changeContact = (
  { settings }: Pool,
  { attributes, pendingAttributes }: AttributeChange,
  { attribute, to, isVerified }: Contact & { isVerified: boolean },
): AttributeChange => {
  const { [attribute]: _calledOff, ...pending } = pendingAttributes
  const flag = verifiedFlagOf(attribute)
  if (isVerified) {
    const verified = { ...attributes, [attribute]: to, [flag]: 'true' }
    return { attributes: verified, pendingAttributes: pending }
  }
  if (attributes[attribute] === to) return { attributes, pendingAttributes: pending }
  if (settings.verifyBeforeUpdate.includes(attribute)) {
    return { attributes, pendingAttributes: { ...pending, [attribute]: to } }
  }
  return {
    attributes: { ...attributes, [attribute]: to, [flag]: 'false' },
    pendingAttributes: pending,
  }
}

/**
 * Writes all of it or nothing, and sends codes for addresses and numbers that are to be verified.
 * @throws {AwsError} AliasExistsException where one is somebody else's way in
 */
export const writeAttributes = async (
  pool: Pool,
  input: {
    client: CallingClient
    user: User
    written: WrittenAttributes
    clientMetadata: ClientMetadata | undefined
  },
): Promise<readonly CodeDeliveryDetails[]> => {
  const { client, user, written, clientMetadata } = input
  const { set, removed } = written
  for (const [attribute, value] of Object.entries(set)) {
    if (isWayInAtOnce(pool, set, attribute)) checkAliasIsFree(pool, { user, attribute, value })
  }
  const contacts = Object.entries(set).flatMap(([attribute, to]) =>
    isContactAttribute(attribute)
      ? [{ attribute, to, isVerified: isSaidToBeVerified(set, attribute) }]
      : [],
  )
  const others = Object.entries(set).filter(([name]) => !isContactAttribute(name))
  const kept = withoutAttributes(user, removed)
  const change = contacts.reduce<AttributeChange>(
    (changed, contact) => changeContact(pool, changed, contact),
    { ...kept, attributes: { ...kept.attributes, ...Object.fromEntries(others) } },
  )
  const updated = pool.users.update(user.username, change)
  for (const attribute of [...Object.keys(set), ...removed].filter(isContactAttribute)) {
    pool.codes.drop({ subject: user.sub, purpose: 'verify-attribute', attribute })
  }
  const toVerify = contacts.filter(
    ({ attribute, to, isVerified }) =>
      !isVerified &&
      pool.settings.autoVerifiedAttributes.includes(attribute) &&
      user.attributes[attribute] !== to,
  )
  const source = 'UpdateUserAttribute'
  return Promise.all(
    toVerify.map(({ attribute, to }) =>
      sendCode(pool, { client, user: updated, source, clientMetadata, attribute, to }),
    ),
  )
}
