import { addUser } from '../add-user.ts'
import { type Attributes, attributeProblem } from '../attributes/attribute-problem.ts'
import { verifiedFlagOf } from '../attributes/contact-attribute.ts'
import { takeAlias } from '../attributes/take-alias.ts'
import { AwsError } from '../aws-error.ts'
import { withPassword } from '../password-history.ts'
import type { Pool } from '../pool.ts'
import type { User } from '../user-store.ts'
import type { TriggerResponse } from './invoke-trigger.ts'
import { type MigrationRequest, runUserMigration } from './run-user-migration.ts'

type Migration = TriggerResponse<'userMigration'>

const contactOfMedium = { EMAIL: 'email', SMS: 'phone_number' } as const
const mediums = { EMAIL: 'email', SMS: 'sms' } as const

const unmigrated = (message: string): AwsError => new AwsError('UserNotFoundException', message)

/** Another name than was typed is for those who typed an alias of theirs. */
const isNamedRightly = (
  { settings }: Pool,
  input: { untrustedName: string; username: string; attributes: Attributes },
): boolean =>
  input.username === input.untrustedName ||
  settings.aliases.some((alias) => input.attributes[alias] === input.untrustedName)

const createUser = (
  pool: Pool,
  { client, untrustedName }: MigrationRequest,
  migration: Migration,
): User => {
  const { username = untrustedName, ...attributes } = migration.userAttributes ?? {}
  const { finalUserStatus: status = null } = migration
  const problem = attributeProblem(pool.settings.schema, attributes)
  if (problem) throw unmigrated(problem)
  if (status !== null && status !== 'CONFIRMED' && status !== 'RESET_REQUIRED') {
    throw unmigrated('Error during migration: Invalid finalUserStatus')
  }
  const failed = unmigrated(`Exception migrating user in app client ${client.id}`)
  if (!isNamedRightly(pool, { untrustedName, username, attributes })) throw failed
  for (const alias of migration.forceAliasCreation ? pool.settings.aliases : []) {
    if (alias !== 'preferred_username' && attributes[verifiedFlagOf(alias)] === 'true') {
      takeAlias(pool, alias, attributes[alias] ?? '')
    }
  }
  const options = {
    username,
    attributes,
    status: status ?? 'RESET_REQUIRED',
    ...(migration.enableSMSMFA && { mfa: 'sms' as const }),
  }
  try {
    return addUser(pool, { options, path: 'userMigration' })
  } catch (error) {
    throw error instanceof TypeError ? failed : error
  }
}

/** It has no code: whoever is brought in has a password, or has forgotten it. */
const welcome = ({ inbox }: Pool, { sub, attributes }: User, migration: Migration): void => {
  if (migration.messageAction === 'SUPPRESS') return
  for (const medium of migration.desiredDeliveryMediums ?? ['SMS']) {
    const to = attributes[contactOfMedium[medium]]
    if (to) inbox.deliver(sub, { to, medium: mediums[medium], purpose: 'welcome', code: '' })
  }
}

/**
 * Brings somebody in from another directory, where the pool has nobody of that name and its trigger
 * knows them. The policy is not asked about a password that they had there.
 * @throws {AwsError} as the trigger does; UserNotFoundException where what the trigger knows makes
 * no user, and the client shows who exists
 */
export const migrateUser = async (pool: Pool, request: MigrationRequest): Promise<void> => {
  const { client, untrustedName, untrustedPassword } = request
  if (pool.users.resolve(untrustedName)) return
  const migration = await runUserMigration(pool, request)
  // Another call may have brought them in meanwhile, or given the name away.
  if (!migration || pool.users.resolve(untrustedName)) return
  try {
    const user = createUser(pool, request, migration)
    if (untrustedPassword !== undefined) {
      pool.users.update(user.username, withPassword(pool, user, untrustedPassword))
    }
    welcome(pool, user, migration)
  } catch (error) {
    if (!(error instanceof AwsError) || !client.preventUserExistenceErrors) throw error
  }
}
