import { CognitoError, type CognitoErrorCode } from '@x/cognito-core'
import type { FastifyRequest } from 'fastify'
import { reasonOf } from '../problems/reason-of.ts'
import type { Asked } from './enumeration.ts'
import { type Purpose, type Verdict, verdictOn } from './verdicts.ts'

/** What somebody who runs the service has to see, though no stranger may. */
const levels: Readonly<Partial<Record<CognitoErrorCode, 'warn' | 'error'>>> = {
  COGNITO_CODE_NOT_DELIVERED: 'warn',
  COGNITO_TRIGGER_FAILED: 'warn',
  COGNITO_MISCONFIGURED: 'error',
}

const log = (request: FastifyRequest, hidden: CognitoError): void => {
  const level = levels[hidden.code]
  const details = { hidden: hidden.key, ...(level && { reason: reasonOf(hidden) }) }
  request.log[level ?? 'info'](details, 'Cognito refused, and a stranger is not told')
}

/** Asks Cognito. What would tell who exists becomes the answer that everybody gets. */
export const hiding = async <Result, Safe>(
  {
    purpose,
    request,
    ask,
    mayHear = async () => false,
  }: Asked<Result> & {
    purpose: Purpose
    /** Whether a verdict that depends on more than the refusal is for this one. */
    mayHear?: (verdict: Verdict) => Promise<boolean>
  },
  answerAsForAll: (hidden: CognitoError) => Safe,
): Promise<Result | Safe> => {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof CognitoError)) throw error
    const verdict = verdictOn(error, purpose)
    if (verdict === 'told') throw error
    if (verdict !== 'hidden' && (await mayHear(verdict))) throw error
    log(request, error)
    return answerAsForAll(error)
  }
}
