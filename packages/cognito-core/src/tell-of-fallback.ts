import type { Fallback } from './client-secrets.ts'
import { publishClientSecret } from './diagnostics.ts'
import type { Warn } from './warnings.ts'

/** Each to whoever listens on the channel; a warning for the first, as it may go on for weeks. */
export const tellOfFallback = ({
  warn,
  ...ids
}: {
  warn: Warn
  userPoolId: string
  clientId: string
}): ((fallback: Fallback) => void) => {
  let hasWarned = false
  return ({ operation, used }) => {
    publishClientSecret({ ...ids, operation, used })
    if (hasWarned) return
    hasWarned = true
    warn({
      code: 'COGNITO_CLIENT_SECRET_REFUSED',
      message: `Cognito refuses the first of the two client secrets (${operation}), and takes the second. Calls go on with that one. Check that the app client has both, before the second is deleted.`,
      params: { operation },
    })
  }
}
