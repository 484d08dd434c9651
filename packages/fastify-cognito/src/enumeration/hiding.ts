import { CognitoError, type CognitoErrorCode } from '@x/cognito-core'
import type { FastifyRequest } from 'fastify'
import { reasonOf } from '../problems/reason-of.ts'
import type { Asked } from './enumeration.ts'
import { isAfterProof } from './sign-in-steps.ts'
import { type Purpose, type Verdict, verdictOn } from './verdicts.ts'

/** What somebody who runs the service has to see, though no stranger may. */
const levels: Readonly<Partial<Record<CognitoErrorCode, 'warn' | 'error'>>> = {
  COGNITO_CODE_NOT_DELIVERED: 'warn',
  COGNITO_TRIGGER_FAILED: 'warn',
  COGNITO_MISCONFIGURED: 'error',
  COGNITO_UNEXPECTED: 'error',
}

const log = (request: FastifyRequest, hidden: CognitoError): void => {
  const level = levels[hidden.code]
  const details = { hidden: hidden.key, ...(level && { reason: reasonOf(hidden) }) }
  request.log[level ?? 'info'](details, 'Cognito refused, and a stranger is not told')
}

/** How a sign-in was tried. */
interface SignInTry {
  isBySrp: boolean
  /** Whether an answer was given that Cognito judges before it says anything of a user. */
  isAnswered: boolean
  isClientDiscreet: () => Promise<boolean>
}

type Condition = (refusal: CognitoError, signInTry: SignInTry) => boolean | Promise<boolean>

const noSignIn: SignInTry = {
  isBySrp: false,
  isAnswered: false,
  isClientDiscreet: async () => false,
}

const isTold: Readonly<Record<Verdict, Condition>> = {
  told: () => true,
  hidden: () => false,
  'after-proof': (refusal, { isClientDiscreet }) => isAfterProof(refusal) && isClientDiscreet(),
  'after-answer': (_refusal, { isAnswered }) => isAnswered,
  'by-srp': (_refusal, { isBySrp, isClientDiscreet }) => isBySrp && isClientDiscreet(),
  'by-pre-sign-up': ({ params }) => params['trigger'] === 'PreSignUp',
}

/** Asks Cognito. What would tell who exists becomes the answer that everybody gets. */
export const hiding = async <Result, Safe>(
  {
    purpose,
    request,
    ask,
    signInTry = noSignIn,
  }: Asked<Result> & {
    purpose: Purpose
    signInTry?: SignInTry
  },
  answerAsForAll: (hidden: CognitoError) => Safe,
): Promise<Result | Safe> => {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof CognitoError)) throw error
    if (await isTold[verdictOn(error, purpose)](error, signInTry)) throw error
    log(request, error)
    return answerAsForAll(error)
  }
}
