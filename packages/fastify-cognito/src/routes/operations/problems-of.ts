import { httpStatus, type ProblemCode } from '../../http-status.ts'
import type { Kit } from '../../kit.ts'
import type { Operation } from './operation.ts'

const anywhere: readonly ProblemCode[] = [
  'INTERNAL',
  'RATE_LIMITED',
  'COGNITO_INVALID_INPUT',
  'COGNITO_NOT_ALLOWED',
  'COGNITO_RATE_LIMITED',
  'COGNITO_MISCONFIGURED',
  'COGNITO_UNEXPECTED',
  'COGNITO_UNAVAILABLE',
]

const withBody: readonly ProblemCode[] = [
  'INVALID_INPUT',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
]

/** Of whoever has to be signed in; the last ones where Cognito knows better than the token. */
const ofUsers: readonly ProblemCode[] = [
  'TOKEN_MISSING',
  'TOKEN_MALFORMED',
  'TOKEN_EXPIRED',
  'TOKEN_UNTRUSTED',
  'KEYS_UNAVAILABLE',
  'COGNITO_TOKEN_REJECTED',
  'COGNITO_USER_NOT_FOUND',
  'COGNITO_USER_DISABLED',
  'COGNITO_USER_NOT_CONFIRMED',
  'COGNITO_PASSWORD_RESET_REQUIRED',
]

/** Every code that an operation may be refused with, by status, but for what the app itself refuses. */
export const problemsOf = (
  { caller, stepUp, body, problems, verboseProblems = [], statuses = {} }: Operation,
  {
    sessions,
    isVerbose,
    stepUpMaxAge,
    stores,
    revocation,
  }: Pick<Kit, 'sessions' | 'isVerbose' | 'stepUpMaxAge' | 'stores' | 'revocation'>,
): ReadonlyMap<number, readonly ProblemCode[]> => {
  const codes = new Set<ProblemCode>([
    ...anywhere,
    ...(body ? withBody : []),
    ...(caller === 'user' ? ofUsers : []),
    ...(caller === 'user' && revocation.mode !== 'never' ? (['TOKEN_REVOKED'] as const) : []),
    // A session may come along with any request.
    ...(stores.sessions || stores.revocations ? (['STORE_UNAVAILABLE'] as const) : []),
    ...(stepUp && stepUpMaxAge !== undefined ? (['TOKEN_TOO_OLD'] as const) : []),
    // A GET passes from anywhere, and has no body.
    ...(sessions && body ? (['CROSS_SITE'] as const) : []),
    ...problems,
    ...(isVerbose ? verboseProblems : []),
  ])
  const statusOf = (code: ProblemCode) => statuses[code] ?? httpStatus[code]
  const codesOf = (status: number) => [...codes].filter((code) => statusOf(code) === status)
  return new Map([...codes].map(statusOf).map((status) => [status, codesOf(status)]))
}
