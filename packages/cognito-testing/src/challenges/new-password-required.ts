import { attributeProblem } from '../attributes.ts'
import { AwsError, invalidParameter, notAuthorized } from '../aws-error.ts'
import { createCredential } from '../credential.ts'
import { afterPassword } from '../next-step.ts'
import { passwordFormProblem, passwordProblem } from '../password-policy.ts'
import type { Pool } from '../pool.ts'
import { requireParameter } from '../require-parameter.ts'
import type { User } from '../user-store.ts'
import type { AnswerChallenge, ChallengeAnswer } from './challenge-answer.ts'

const prefix = 'userAttributes.'

const givenAttributes = (responses: ChallengeAnswer['responses']): readonly [string, string][] =>
  Object.entries(responses)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, value]) => [name.slice(prefix.length), value])

const checkAttributes = (
  pool: Pool,
  user: User,
  untrustedAttributes: readonly [string, string][],
): void => {
  for (const [name, value] of untrustedAttributes) {
    if (user.attributes[name]) throw notAuthorized(`Cannot modify an already provided ${name}`)
    if (name === 'sub' || name.endsWith('_verified')) {
      throw notAuthorized('A client attempted to write unauthorized attribute')
    }
    const { customAttributes } = pool.settings
    const problem = attributeProblem({ name, value, customAttributes })
    if (problem) throw invalidParameter(problem)
  }
  const given = new Set(untrustedAttributes.filter(([, value]) => value).map(([name]) => name))
  const missing = pool.settings.requiredAttributes.filter(
    (name) => !user.attributes[name] && !given.has(name),
  )
  if (missing.length > 0) {
    const complaints = missing.map((name) => `${name} is missing`)
    throw invalidParameter(`Invalid attributes given, ${complaints.join(' and ')}`)
  }
}

export const answerNewPasswordRequired: AnswerChallenge = (
  pool,
  { client, user, responses, consumeSession },
) => {
  const password = requireParameter(responses, 'NEW_PASSWORD')
  const untrustedAttributes = givenAttributes(responses)
  const formProblem = passwordFormProblem(password)
  if (formProblem) throw invalidParameter(formProblem)
  const problem = passwordProblem(pool.settings.passwordPolicy, password)
  if (problem) throw new AwsError('InvalidPasswordException', problem)
  checkAttributes(pool, user, untrustedAttributes)
  consumeSession()
  const updated = pool.users.update(user.username, {
    status: 'CONFIRMED',
    credential: createCredential({
      poolName: pool.settings.poolName,
      username: user.username,
      password,
      now: pool.clock.now(),
    }),
    attributes: { ...user.attributes, ...Object.fromEntries(untrustedAttributes) },
  })
  return afterPassword(pool, { client, user: updated })
}
