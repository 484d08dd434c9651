/**
 * What spends a proof, a code, a session, a rotating refresh token or the access token itself. Said
 * again after an answer was lost, Cognito refuses the second as used, and a right password would be
 * reported as wrong.
 */
const saidOnce: ReadonlySet<string> = new Set([
  'RespondToAuthChallengeCommand',
  'GetTokensFromRefreshTokenCommand',
  'GlobalSignOutCommand',
])

/** Cognito said that it did nothing. */
const throttles: ReadonlySet<string> = new Set(['TooManyRequestsException', 'ThrottlingException'])

/** Nobody was reached. */
const unheard: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])

/** Whether a failed call may be sent once more, as far as the SDK would. */
export const mayRepeat = (call: {
  /** As the SDK names it, such as `InitiateAuthCommand`. */
  commandName: string
  error: Error & { code?: unknown }
}): boolean => {
  const { name, code } = call.error
  // The hourly limit of one user: the SDK takes it for a throttle, and would spend it three times.
  if (name === 'LimitExceededException') return false
  return !saidOnce.has(call.commandName) || throttles.has(name) || unheard.has(code)
}
