import type { ProblemCode } from '../http-status.ts'

interface Verdict {
  error: 'invalid_token' | 'insufficient_scope' | 'insufficient_user_authentication'
  description: string
}

const endedOrForged: Readonly<Partial<Record<ProblemCode, Verdict>>> = {
  TOKEN_MALFORMED: { error: 'invalid_token', description: 'The access token is malformed' },
  TOKEN_EXPIRED: { error: 'invalid_token', description: 'The access token has expired' },
  TOKEN_UNTRUSTED: { error: 'invalid_token', description: 'The access token is not trusted' },
  TOKEN_REVOKED: { error: 'invalid_token', description: 'The access token has been revoked' },
  COGNITO_TOKEN_REJECTED: { error: 'invalid_token', description: 'The session has ended' },
  TOKEN_INSUFFICIENT: {
    error: 'insufficient_scope',
    description: 'The access token does not allow this',
  },
  TOKEN_TOO_OLD: {
    error: 'insufficient_user_authentication',
    description: 'A more recent sign-in is needed',
  },
}

/**
 * The `WWW-Authenticate` header of a refusal. Where no token was sent it carries no error.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-3
 * @see https://www.rfc-editor.org/rfc/rfc9470#section-3
 */
export const wwwAuthenticate = ({
  code,
  scopes = [],
  maxAge,
}: {
  code: ProblemCode
  /** The scopes that were asked for. */
  scopes?: readonly string[]
  /** In seconds since the user signed in, where that was asked for. */
  maxAge?: number
}): string => {
  const challenge = 'Bearer realm="cognito"'
  const verdict = endedOrForged[code]
  if (!verdict) return challenge
  const { error, description } = verdict
  const scope = error === 'insufficient_scope' && scopes.length > 0 && scopes.join(' ')
  const age = error === 'insufficient_user_authentication' && maxAge !== undefined
  return [
    challenge,
    `error="${error}"`,
    `error_description="${description}"`,
    ...(scope ? [`scope="${scope}"`] : []),
    ...(age ? [`max_age="${maxAge}"`] : []),
  ].join(', ')
}
