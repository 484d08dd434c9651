import { attributeProblem } from '../attributes/attribute-problem.ts'
import { attributesOfName, checkIsUsername } from '../attributes/attributes-of-name.ts'
import { namedValues } from '../attributes/named-values.ts'
import { invalidParameter } from '../aws-error.ts'
import { checkPasswordPolicy } from '../check-password-policy.ts'
import { checkUserPoolId } from '../check-user-pool-id.ts'
import { createApplicant } from '../create-applicant.ts'
import { describeUser } from '../describe-user.ts'
import { checkIsNew } from '../invitations/check-is-new.ts'
import { inviteAgain } from '../invitations/invite-again.ts'
import { makeUpPassword } from '../invitations/make-up-password.ts'
import { type Medium, sendInvitation } from '../invitations/send-invitation.ts'
import { noClient } from '../no-client.ts'
import type { Pool } from '../pool.ts'
import { runPreSignUp } from '../triggers/run-pre-sign-up.ts'
import type { User } from '../user-store.ts'
import { usernameProblem } from '../username-problem.ts'
import { context, defineOperation, type Operation, ofUser, password } from './operation.ts'

/** Where codes stand for passwords, whoever is given none needs none. */
const isPasswordless = ({ settings }: Pool): boolean =>
  settings.firstFactors.includes('email-code') || settings.firstFactors.includes('sms-code')

const readAttributes = (
  pool: Pool,
  untrustedName: string,
  untrustedAttributes: User['attributes'],
): User['attributes'] => {
  const given = Object.fromEntries(
    Object.entries(untrustedAttributes).filter(([, value]) => value !== ''),
  )
  const problem = attributeProblem(pool.settings.schema, given)
  if (problem) throw invalidParameter(problem)
  const ofName = attributesOfName(pool, untrustedName)
  checkIsUsername(ofName, given)
  return { ...ofName, ...given }
}

/** A required attribute may be missing: whoever first signs in with the password is asked for it. */
export const adminCreateUser: Operation = defineOperation(
  {
    ...ofUser,
    UserAttributes: { type: 'attributes' },
    ValidationData: { type: 'attributes' },
    TemporaryPassword: { ...password, mayBeEmpty: true },
    ForceAliasCreation: { type: 'boolean' },
    MessageAction: { type: 'string', values: ['RESEND', 'SUPPRESS'] },
    DesiredDeliveryMediums: { type: 'strings', values: ['SMS', 'EMAIL'] },
    ClientMetadata: context.ClientMetadata,
  },
  async (pool, input) => {
    checkUserPoolId(pool, input.UserPoolId)
    const { Username: untrustedName, TemporaryPassword: given = '' } = input
    const { ClientMetadata: clientMetadata } = input
    const mediums = (input.DesiredDeliveryMediums ?? ['SMS']) as readonly Medium[]
    if (given !== '') checkPasswordPolicy(pool, given)
    const call = { mediums, clientMetadata }
    if (input.MessageAction === 'RESEND') {
      return { User: await inviteAgain(pool, { ...call, untrustedName, given }) }
    }
    const nameProblem = usernameProblem(pool.settings, untrustedName)
    if (nameProblem) throw invalidParameter(nameProblem)
    const attributes = readAttributes(pool, untrustedName, namedValues(input.UserAttributes))
    const made = given === '' && isPasswordless(pool) ? '' : given || makeUpPassword(pool.settings)
    const applicant = createApplicant(pool, { untrustedName, untrustedPassword: made, attributes })
    const user: User = { ...applicant, status: made ? 'FORCE_CHANGE_PASSWORD' : 'CONFIRMED' }
    const validationData = input.ValidationData && namedValues(input.ValidationData)
    const source = 'AdminCreateUser'
    await runPreSignUp(pool, { client: noClient, user, validationData, clientMetadata, source })
    checkIsNew(pool, user, input.ForceAliasCreation === true)
    pool.users.add(user)
    if (input.MessageAction !== 'SUPPRESS') {
      await sendInvitation(pool, { ...call, user, password: made })
    }
    return { User: describeUser(pool, user) }
  },
)
