import { type Attributes, attributeProblem } from '../attributes/attribute-problem.ts'
import { checkMayWrite } from '../attributes/check-may-write.ts'
import { invalidParameter, notAuthorized } from '../aws-error.ts'
import { checkPasswordPolicy } from '../check-password-policy.ts'
import { afterPassword } from '../next-step.ts'
import { checkPasswordHistory, withPassword } from '../password-history.ts'
import { passwordFormProblem } from '../password-policy.ts'
import type { Pool } from '../pool.ts'
import type { AppClient } from '../pool-settings.ts'
import { requireParameter } from '../require-parameter.ts'
import type { User } from '../user-store.ts'
import type { AnswerChallenge, ChallengeAnswer } from './challenge-answer.ts'

const prefix = 'userAttributes.'

const givenAttributes = (responses: ChallengeAnswer['responses']): Attributes =>
  Object.fromEntries(
    Object.entries(responses)
      .filter(([name, value]) => name.startsWith(prefix) && value !== '')
      .map(([name, value]) => [name.slice(prefix.length), value]),
  )

const checkAttributes = (
  pool: Pool,
  { client, user }: { client: AppClient; user: User },
  untrustedAttributes: Attributes,
): void => {
  const names = Object.keys(untrustedAttributes)
  const provided = names.find((name) => Object.hasOwn(user.attributes, name))
  if (provided !== undefined) {
    throw notAuthorized(`Cannot modify an already provided ${provided}`)
  }
  const { schema, requiredAttributes } = pool.settings
  checkMayWrite(schema, client, names)
  const problem = attributeProblem(schema, untrustedAttributes)
  if (problem) throw invalidParameter(problem)
  const missing = requiredAttributes.filter(
    (name) => !user.attributes[name] && !untrustedAttributes[name],
  )
  if (missing.length > 0) {
    const complaints = missing.map((name) => `${name} is missing`)
    throw invalidParameter(`Invalid attributes given, ${complaints.join(' and ')}`)
  }
}

export const answerNewPasswordRequired: AnswerChallenge = async (
  pool,
  { responses, consumeSession, ...signIn },
) => {
  const { client, user } = signIn
  // What was proved then is no password any more.
  if (user.status !== 'FORCE_CHANGE_PASSWORD') throw notAuthorized('Invalid session for the user.')
  const password = requireParameter(responses, 'NEW_PASSWORD')
  const untrustedAttributes = givenAttributes(responses)
  const formProblem = passwordFormProblem(password)
  if (formProblem) throw invalidParameter(formProblem)
  checkPasswordPolicy(pool, password)
  checkPasswordHistory(pool, user, password)
  checkAttributes(pool, { client, user }, untrustedAttributes)
  consumeSession()
  const updated = pool.users.update(user.username, {
    status: 'CONFIRMED',
    ...withPassword(pool, user, password),
    attributes: { ...user.attributes, ...untrustedAttributes },
  })
  return afterPassword(pool, { ...signIn, user: updated, hasNewPassword: true })
}
