import type { AnswerTo, ChallengeKind } from '@x/cognito-core'
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

/** @throws a refusal `INVALID_INPUT` that names the field where it is no answer to this kind. */
export const answerTo = <Kind extends ChallengeKind>(
  kind: Kind,
  untrustedAnswer: unknown,
): AnswerTo[Kind] => {
  const validate = validators[kind]
  if (validate(untrustedAnswer)) return untrustedAnswer as AnswerTo[Kind]
  throw invalidInput(validate.errors ?? [], '/answer')
}
