import type { FastifyRequest } from 'fastify'
import { userOf } from '../auth/cognito-user.ts'
import { issuedClaims } from '../auth/issued-claims.ts'
import type { RunHook } from './cognito-hooks.ts'

/** For hooks that are told of tokens which Cognito has just handed over. @throws HookError */
export type RunTokenHook = (
  name: 'onSignIn' | 'onRefresh',
  input: { accessToken: string; request: FastifyRequest },
) => Promise<void>

export const createRunTokenHook =
  (runHook: RunHook): RunTokenHook =>
  (name, { accessToken, request }) => {
    const claims = issuedClaims(accessToken)
    return runHook(name, { user: userOf(claims), claims, request })
  }
