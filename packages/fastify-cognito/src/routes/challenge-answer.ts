import type { AnswerTo, Challenge, ChallengeKind, ChallengeOf } from '@x/cognito-core'
import type { ValidateFunction } from 'ajv'
import { invalidInput } from '../problems/invalid-input.ts'
import { challengeAnswers } from './schemas/challenge-answers.ts'
import { compile } from './validator.ts'

const validators: Readonly<Record<ChallengeKind, ValidateFunction>> = {
  'new-password': compile(challengeAnswers['new-password']),
  'sms-code': compile(challengeAnswers['sms-code']),
  'email-code': compile(challengeAnswers['email-code']),
  'totp-code': compile(challengeAnswers['totp-code']),
  unsupported: compile(challengeAnswers.unsupported),
}

/** @throws a refusal `INVALID_INPUT` that names the field where it is no answer to this challenge. */
export const answerTo = <Kind extends ChallengeKind>(
  challenge: Challenge & ChallengeOf<Kind>,
  untrustedAnswer: unknown,
): AnswerTo[Kind] => {
  const validate = validators[challenge.kind]
  if (!validate(untrustedAnswer)) throw invalidInput(validate.errors ?? [], '/answer')
  const answer = untrustedAnswer as AnswerTo[Kind]
  const unasked = unaskedAttributes(challenge, answer)
  if (unasked.length > 0) throw invalidInput(unasked.map(unknownAttribute), '/answer')
  return answer
}

/** Whoever is asked for a new password may not write whatever the app client may. */
const unaskedAttributes = (challenge: Challenge, answer: object): readonly string[] => {
  if (challenge.kind !== 'new-password') return []
  const { attributes = {} } = answer as AnswerTo['new-password']
  return Object.keys(attributes).filter((name) => !challenge.missingAttributes.includes(name))
}

const unknownAttribute = (additionalProperty: string) => ({
  keyword: 'additionalProperties',
  instancePath: '/attributes',
  params: { additionalProperty },
})
