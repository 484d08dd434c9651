/**
 * Something that the app hangs in here has thrown `cause`. In a coat of its own, so that no error of
 * Cognito's that an app lets through is taken for a verdict on the session at hand.
 */
export class HookError extends Error {
  override readonly name = 'HookError'
  /** For whoever reads `statusCode` off an error: no sentence of the app is told by that. */
  readonly statusCode = 500

  constructor(hook: string, cause: unknown) {
    super(`${hook} has thrown.`, { cause })
  }
}
