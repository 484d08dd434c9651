import { accountClient } from '../account-client.ts'
import type { Attributes } from '../attributes/attribute-problem.ts'
import { attributesOfName, checkIsUsername } from '../attributes/attributes-of-name.ts'
import { checkMayWrite } from '../attributes/check-may-write.ts'
import { verifiedFlagOf } from '../attributes/contact-attribute.ts'
import { namedValues } from '../attributes/named-values.ts'
import { readWrittenAttributes } from '../attributes/read-written-attributes.ts'
import { takeAlias } from '../attributes/take-alias.ts'
import { AwsError, invalidParameter, notAuthorized } from '../aws-error.ts'
import { checkPasswordPolicy } from '../check-password-policy.ts'
import { sendCode } from '../codes/send-code.ts'
import { signUpContact } from '../codes/sign-up-contact.ts'
import { createApplicant } from '../create-applicant.ts'
import type { Pool } from '../pool.ts'
import type { AppClient } from '../pool-settings.ts'
import { openSignUpSession } from '../sign-up-sessions.ts'
import { runPostConfirmation } from '../triggers/run-post-confirmation.ts'
import { type PreSignUpVerdict, runPreSignUp } from '../triggers/run-pre-sign-up.ts'
import type { User } from '../user-store.ts'
import { usernameProblem } from '../username-problem.ts'
import {
  clientId,
  context,
  defineOperation,
  type Operation,
  password,
  secretHash,
  username,
} from './operation.ts'

/** Who has no password has to sign in with a code. */
const checkPassword = (pool: Pool, client: AppClient, untrustedPassword: string): void => {
  if (untrustedPassword !== '') {
    checkPasswordPolicy(pool, untrustedPassword)
    return
  }
  if (!client.flows.includes('ALLOW_USER_AUTH')) {
    throw invalidParameter('Password is required: ALLOW_USER_AUTH is not enabled for this client')
  }
  const { firstFactors } = pool.settings
  if (!firstFactors.includes('email-code') && !firstFactors.includes('sms-code')) {
    throw invalidParameter('Password is required: the user pool allows no one-time password')
  }
}

const readAttributes = (
  pool: Pool,
  client: AppClient,
  input: { untrustedName: string; untrustedAttributes: Attributes },
): Attributes => {
  const { schema, aliases } = pool.settings
  const { untrustedName, untrustedAttributes } = input
  checkMayWrite(schema, client, Object.keys(untrustedAttributes))
  const before = attributesOfName(pool, untrustedName)
  const { set } = readWrittenAttributes(schema, { before, untrustedAttributes })
  checkIsUsername(before, set)
  if (aliases.includes('preferred_username') && set['preferred_username']) {
    throw invalidParameter(
      'Preferred username cannot be provided for unconfirmed account, since user pool is ' +
        'configured for preferred username alias.',
    )
  }
  return { ...before, ...set }
}

const checkIsFree = ({ settings, users }: Pool, user: User): void => {
  for (const attribute of settings.usernameAttributes) {
    if (users.resolve(user.attributes[attribute] ?? '')) {
      throw new AwsError(
        'UsernameExistsException',
        `An account with the given ${attribute} already exists.`,
      )
    }
  }
  if (users.resolve(user.username)) {
    throw new AwsError('UsernameExistsException', 'User already exists')
  }
}

/** Whatever is verified without a code is theirs from now on, whoever had it before. */
const admit = (pool: Pool, user: User, { isConfirmed, verified }: PreSignUpVerdict): User => {
  for (const attribute of verified) {
    if (pool.settings.aliases.includes(attribute)) {
      takeAlias(pool, attribute, user.attributes[attribute] ?? '')
    }
  }
  const flags = verified.map((attribute) => [verifiedFlagOf(attribute), 'true'])
  const admitted: User = {
    ...user,
    status: isConfirmed ? 'CONFIRMED' : 'UNCONFIRMED',
    attributes: { ...user.attributes, ...Object.fromEntries(flags) },
  }
  pool.users.add(admitted)
  return admitted
}

/** Nothing before the last check depends on who there is. */
export const signUp: Operation = defineOperation(
  {
    ClientId: clientId,
    Username: username,
    SecretHash: secretHash,
    Password: { ...password, mayBeEmpty: true },
    UserAttributes: { type: 'attributes' },
    ValidationData: { type: 'attributes' },
    ...context,
  },
  async (pool, input) => {
    const { Username: untrustedName, Password: untrustedPassword = '' } = input
    const client = accountClient(pool, input)
    if (pool.settings.adminCreateUserOnly) {
      throw notAuthorized('SignUp is not permitted for this user pool')
    }
    const nameProblem = usernameProblem(pool.settings, untrustedName)
    if (nameProblem) throw invalidParameter(nameProblem)
    checkPassword(pool, client, untrustedPassword)
    const untrustedAttributes = namedValues(input.UserAttributes)
    const attributes = readAttributes(pool, client, { untrustedName, untrustedAttributes })
    const applicant = createApplicant(pool, { untrustedName, untrustedPassword, attributes })
    const validationData = input.ValidationData && namedValues(input.ValidationData)
    const call = { client, clientMetadata: input.ClientMetadata }
    const verdict = await runPreSignUp(pool, { ...call, user: applicant, validationData })
    checkIsFree(pool, applicant)
    const user = admit(pool, applicant, verdict)
    if (verdict.isConfirmed) {
      await runPostConfirmation(pool, { ...call, user, source: 'ConfirmSignUp' })
    }
    const contact = verdict.isConfirmed ? undefined : signUpContact(pool.settings, user)
    const delivery =
      contact && (await sendCode(pool, { ...call, user, source: 'SignUp', ...contact }))
    return {
      UserConfirmed: verdict.isConfirmed,
      UserSub: user.sub,
      ...(delivery && { CodeDeliveryDetails: delivery }),
      ...openSignUpSession(pool, { client, user }),
    }
  },
)
