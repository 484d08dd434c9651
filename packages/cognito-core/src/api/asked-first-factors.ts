import { requireChoice, requireOffered } from '../require-choice.ts'
import { requireJson } from '../require-json.ts'
import { requireText } from '../require-text.ts'
import type { Asked, Told } from './asked.ts'
import {
  factorNames,
  firstFactorsIn,
  type PasswordMethod,
  passwordMethodIn,
  passwordMethods,
  passwordNames,
} from './first-factors.ts'
import { parsed, parsedList } from './parsed.ts'

/** Documented beside the parameters; seen among them, too. */
const namesIn = ({ available = [], parameters }: Told): readonly unknown[] => [
  ...available,
  ...parsedList(parameters['AVAILABLE_CHALLENGES']),
]

const factorField = { answer: 'answer.factor', challenge: 'challenge.factors' }

export const factorChoice: Asked<'factor-choice'> = {
  kind: 'factor-choice',
  fits: (told) => firstFactorsIn(namesIn(told)).length > 0,
  details: (told) => {
    const passwordMethod = passwordMethodIn(namesIn(told))
    return { factors: firstFactorsIn(namesIn(told)), ...(passwordMethod && { passwordMethod }) }
  },
  move: ({ factor }, { factors, passwordMethod = 'srp' }) => {
    const chosen = requireOffered(factorField, factor, factors)
    if (chosen !== 'password') {
      return { do: 'respond', responses: { ANSWER: factorNames[chosen] } }
    }
    const method = requireChoice('challenge.passwordMethod', passwordMethod, passwordMethods)
    const available = [passwordNames[method]]
    return { do: 'turn', into: 'password', told: { parameters: {}, available } }
  },
}

/** Proved as `responses` says it, with what stands beside the password there. */
const proved = (
  method: PasswordMethod,
  { password, responses }: { password: unknown; responses: Readonly<Record<string, string>> },
) => {
  const given = requireText('answer.password', password)
  return method === 'srp'
    ? ({ do: 'prove', password: given, responses } as const)
    : ({ do: 'respond', responses: { ...responses, PASSWORD: given } } as const)
}

/** One of several ways to sign in, and chosen with the answer. */
export const passwordAmongOthers: Asked<'password'> = {
  kind: 'password',
  fits: (told) => passwordMethodIn(namesIn(told)) !== undefined,
  details: (told) => ({ method: passwordMethodIn(namesIn(told)) ?? 'srp' }),
  move: ({ password }, challenge) => {
    const method = requireChoice('challenge.method', challenge.method, passwordMethods)
    return proved(method, { password, responses: { ANSWER: passwordNames[method] } })
  },
}

/** Asked for by Cognito itself. */
export const passwordBy = (method: PasswordMethod): Asked<'password'> => ({
  kind: 'password',
  details: () => ({ method }),
  move: ({ password }) => proved(method, { password, responses: {} }),
})

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const requestOptions = ({ parameters }: Told): unknown =>
  parsed(parameters['CREDENTIAL_REQUEST_OPTIONS'])

export const passkey: Asked<'passkey'> = {
  kind: 'passkey',
  fits: (told) => isObject(requestOptions(told)),
  refusedAs: 'COGNITO_PASSKEY_REJECTED',
  details: (told) => {
    const options = requestOptions(told)
    return { requestOptions: isObject(options) ? options : {} }
  },
  move: ({ credential }) => ({
    do: 'respond',
    responses: { CREDENTIAL: JSON.stringify(requireJson('answer.credential', credential)) },
  }),
}
