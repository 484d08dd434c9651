import { CognitoError } from './errors/cognito-error.ts'
import { invalidInput } from './invalid-input.ts'

/**
 * One of a few names.
 *
 * @throws CognitoError `COGNITO_INVALID_INPUT` that names the field and the choices.
 */
export const requireChoice = <Choice extends string>(
  field: string,
  value: unknown,
  choices: readonly Choice[],
): Choice => {
  const choice = choices.find((name) => name === value)
  if (choice !== undefined) return choice
  throw new CognitoError('COGNITO_INVALID_INPUT.choice', {
    params: { field, choices: choices.join(', ') },
  })
}

/**
 * One of the names that a challenge offers, which may have lost them on its way.
 *
 * @throws CognitoError `COGNITO_INVALID_INPUT` that names the field and the choices.
 */
export const requireOffered = <Choice extends string>(
  { answer, challenge }: { answer: string; challenge: string },
  value: unknown,
  offered: readonly Choice[],
): Choice => {
  if (!Array.isArray(offered) || offered.length === 0) {
    throw invalidInput('COGNITO_INVALID_INPUT.names', challenge)
  }
  return requireChoice(answer, value, offered)
}
