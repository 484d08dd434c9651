/**
 * Something that the app hangs in here has thrown `cause`. In a coat of its own, so that no error of
 * Cognito's that an app lets through is taken for a verdict on the session at hand.
 */
export class HookError extends Error {
  override readonly name = 'HookError'
  /** For whoever reads it off an error. */
  readonly statusCode = 500

  constructor(hook: string, cause: unknown) {
    super(`${hook} has thrown.`, { cause })
  }
}

const uncovered = new WeakMap<Error, HookError>()

/** For the hooks and error handlers of the app: what was thrown, as it was thrown. */
export const uncover = (error: HookError): Error => {
  if (!(error.cause instanceof Error)) return error
  uncovered.set(error.cause, error)
  return error.cause
}

/** The other way round; `undefined` for what no hook has thrown. */
export const hookErrorOf = (error: unknown): HookError | undefined => {
  if (error instanceof HookError) return error
  return error instanceof Error ? uncovered.get(error) : undefined
}
