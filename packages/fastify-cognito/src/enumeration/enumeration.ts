import type {
  ChallengeKind,
  CodeDelivery,
  SignInResult,
  SignUpInput,
  SignUpResult,
} from '@x/cognito-core'
import type { FastifyRequest } from 'fastify'
import type { CodeKind } from './unsent-code.ts'

/** One call of Cognito for a stranger. */
export interface Asked<Result> {
  request: FastifyRequest
  ask: () => Promise<Result>
}

export interface ToldSignUp {
  status: SignUpResult['status']
  delivery?: CodeDelivery
}

/** Somebody who signs in. */
export interface Stranger {
  /** The name that was typed. */
  typed: string
  /** Whether anybody gets as far as this without proving anything, just by knowing a name. */
  isOpenToAnybody: boolean
}

interface Sending {
  /** Of the code that Cognito sends for this. */
  codeKind: CodeKind | undefined
}

/**
 * What a stranger is told of Cognito's answer. Every route that anybody may call without proving who
 * they are asks Cognito through here.
 */
export interface Enumeration {
  signIn(
    asked: Asked<SignInResult> & Stranger & Sending & { isBySrp: boolean },
  ): Promise<SignInResult>
  answerChallenge(
    asked: Asked<SignInResult> & Stranger & Sending & { kind: ChallengeKind; session: string },
  ): Promise<SignInResult>
  /** `result` is Cognito's own, where it took the sign-up. */
  signUp(
    asked: Asked<SignUpResult> & { input: SignUpInput },
  ): Promise<{ told: ToldSignUp; result?: SignUpResult }>
  sendCode(
    asked: Asked<CodeDelivery> & { purpose: 'resend' | 'forgot'; username: string },
  ): Promise<CodeDelivery>
  spendCode<Result>(asked: Asked<Result> & { purpose: 'confirm' | 'reset' }): Promise<Result>
}
