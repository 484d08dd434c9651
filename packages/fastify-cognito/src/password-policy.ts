import { CognitoError, type CognitoErrorCode } from '@x/cognito-core'
import type { CognitoAdmin, PasswordPolicy } from '@x/cognito-core/admin'
import { remembering } from './remembering.ts'

/** @throws CognitoError */
export type AskPasswordPolicy = () => Promise<PasswordPolicy>

/** In seconds: anybody may ask, and Cognito answers few calls of this kind. */
const rememberedFor = { policy: 300, refusal: 30 }

/** Who has no credentials now will hardly have any in a moment, and looking for them takes its time. */
const lasting: ReadonlySet<CognitoErrorCode> = new Set<CognitoErrorCode>([
  'COGNITO_NO_CREDENTIALS',
  'COGNITO_NOT_PERMITTED',
])

type Answer = { policy: PasswordPolicy } | { error: unknown }

const secondsOf = (answer: Answer): number => {
  if ('policy' in answer) return rememberedFor.policy
  const { error } = answer
  return error instanceof CognitoError && lasting.has(error.code) ? rememberedFor.refusal : 0
}

/** The policy as Cognito told it in the last minutes. */
export const createPasswordPolicy = (admin: CognitoAdmin): AskPasswordPolicy => {
  const ask = remembering(
    (): Promise<Answer> =>
      admin.passwordPolicy().then(
        (policy) => ({ policy }),
        (error: unknown) => ({ error }),
      ),
    secondsOf,
  )
  return async () => {
    const answer = await ask()
    if ('error' in answer) throw answer.error
    return answer.policy
  }
}
