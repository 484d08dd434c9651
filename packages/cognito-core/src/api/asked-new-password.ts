import { requireText, requireTexts } from '../require-text.ts'
import type { Asked, Told } from './asked.ts'
import { parsed, parsedList } from './parsed.ts'

const prefix = 'userAttributes.'

export const newPassword: Asked<'new-password'> = {
  kind: 'new-password',
  details: ({ parameters }) => ({ missingAttributes: missingAttributes(parameters) }),
  move: ({ newPassword: password, attributes = {} }) => ({
    do: 'respond',
    responses: {
      NEW_PASSWORD: requireText('answer.newPassword', password),
      ...Object.fromEntries(
        Object.entries(requireTexts('answer.attributes', attributes)).map(([name, value]) => [
          `${prefix}${name}`,
          value,
        ]),
      ),
    },
  }),
}

/**
 * Cognito lists every required attribute as a JSON string, and refuses those that already have a value
 * (`Cannot modify an already provided email`): what is missing is the difference.
 */
const missingAttributes = (parameters: Told['parameters']): string[] => {
  const present = parsed(parameters['userAttributes'])
  const has = (name: string): boolean =>
    typeof present === 'object' && present !== null && name in present
  return parsedList(parameters['requiredAttributes'])
    .filter((name): name is string => typeof name === 'string')
    .map((name) => (name.startsWith(prefix) ? name.slice(prefix.length) : name))
    .filter((name) => !has(name))
}
