import type { AnswerTo, Challenge, ChallengeKind, ChallengeOf } from '@x/cognito-core'
import type { ErrorObject, ValidateFunction } from 'ajv'
import { invalidInput } from '../problems/invalid-input.ts'
import { challengeAnswers } from './schemas/challenge-answers.ts'
import { compile } from './validator.ts'

const validators = new Map<string, ValidateFunction>(
  Object.entries(challengeAnswers).map(([kind, schema]) => [kind, compile(schema)]),
)

type Fault = Pick<ErrorObject, 'keyword' | 'instancePath' | 'params'>

/** What only the challenge at hand can tell of an answer to it. */
const faults: {
  readonly [Kind in ChallengeKind]?: (
    challenge: ChallengeOf<Kind>,
    answer: AnswerTo[Kind],
  ) => readonly Fault[]
} = {
  // Whoever is asked for a new password may not write whatever the app client may.
  'new-password': ({ missingAttributes }, { attributes = {} }) =>
    Object.keys(attributes)
      .filter((name) => !missingAttributes.includes(name))
      .map((additionalProperty) => ({
        keyword: 'additionalProperties',
        instancePath: '/attributes',
        params: { additionalProperty },
      })),
  'mfa-choice': ({ methods }, { method }) => notAmong(methods, method, '/method'),
  'mfa-setup-choice': ({ methods }, { method }) => notAmong(methods, method, '/method'),
  'factor-choice': ({ factors }, { factor }) => notAmong(factors, factor, '/factor'),
}

const notAmong = (
  allowedValues: readonly string[],
  chosen: string,
  instancePath: string,
): readonly Fault[] =>
  allowedValues.includes(chosen)
    ? []
    : [{ keyword: 'enum', instancePath, params: { allowedValues } }]

/** @throws a refusal `INVALID_INPUT` that names the field where it is no answer to this challenge. */
export const answerTo = <Kind extends ChallengeKind>(
  challenge: Challenge & ChallengeOf<Kind>,
  untrustedAnswer: unknown,
): AnswerTo[Kind] => {
  const validate = validators.get(challenge.kind)
  if (!validate?.(untrustedAnswer)) throw invalidInput(validate?.errors ?? [], '/answer')
  const answer = untrustedAnswer as AnswerTo[Kind]
  const faultsOf = faults[challenge.kind] as
    | ((challenge: Challenge, answer: AnswerTo[Kind]) => readonly Fault[])
    | undefined
  const found = faultsOf?.(challenge, answer) ?? []
  if (found.length > 0) throw invalidInput(found, '/answer')
  return answer
}
