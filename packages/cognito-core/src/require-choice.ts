import { CognitoError } from './errors/cognito-error.ts'

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
