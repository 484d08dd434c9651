import { accountClient } from '../account-client.ts'
import { verifiedFlagOf } from '../attributes/contact-attribute.ts'
import { takeAlias } from '../attributes/take-alias.ts'
import { AwsError, codeMismatch, notAuthorized } from '../aws-error.ts'
import { checkCode } from '../codes/check-code.ts'
import type { IssuedCode } from '../codes/code-slots.ts'
import { findAccount } from '../find-account.ts'
import type { Pool } from '../pool.ts'
import { openSignUpSession, signUpSteps } from '../sign-up-sessions.ts'
import { runPostConfirmation } from '../triggers/run-post-confirmation.ts'
import type { User } from '../user-store.ts'
import {
  clientId,
  code,
  context,
  defineOperation,
  type Operation,
  secretHash,
  session,
  username,
} from './operation.ts'

/** An alias belongs to whoever confirmed it first, unless it is taken away from them. */
const claimAlias = (
  pool: Pool,
  user: User,
  { issued, isForced }: { issued: IssuedCode; isForced: boolean },
): void => {
  const { settings, users } = pool
  const { attribute, to = '' } = issued
  const owner = settings.aliases.includes(attribute) ? users.resolve(to) : undefined
  if (!owner || owner.sub === user.sub) return
  if (!isForced) {
    throw new AwsError('AliasExistsException', `An account with the ${attribute} already exists.`)
  }
  takeAlias(pool, attribute, to)
}

export const confirmSignUp: Operation = defineOperation(
  {
    ClientId: clientId,
    Username: username,
    ConfirmationCode: code,
    SecretHash: secretHash,
    ForceAliasCreation: { type: 'boolean' },
    Session: session,
    ...context,
  },
  async (pool, input) => {
    const client = accountClient(pool, input)
    const { user, subject } = findAccount(pool, client, input.Username)
    pool.attemptLimits.count('ConfirmSignUp', subject)
    if (user && !user.enabled) throw notAuthorized('User is disabled.')
    if (user && user.status !== 'UNCONFIRMED') {
      throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`)
    }
    const slot = { subject, purpose: 'sign-up' } as const
    const issued = checkCode(pool, slot, input.ConfirmationCode)
    if (!user) throw codeMismatch()
    if (input.Session !== undefined) {
      const binding = { clientId: client.id, sub: user.sub, challenge: signUpSteps.confirm }
      pool.sessions.checkBinding({ ...binding, untrustedSession: input.Session })
    }
    claimAlias(pool, user, { issued, isForced: input.ForceAliasCreation === true })
    pool.codes.drop(slot)
    const confirmed = pool.users.update(user.username, {
      status: 'CONFIRMED',
      attributes: { ...user.attributes, [verifiedFlagOf(issued.attribute)]: 'true' },
    })
    await runPostConfirmation(pool, {
      client,
      user: confirmed,
      source: 'ConfirmSignUp',
      clientMetadata: input.ClientMetadata,
    })
    return openSignUpSession(pool, { client, user: confirmed })
  },
)
