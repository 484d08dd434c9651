import type { ProblemCode } from '../http-status.ts'

type Cause = Error & { code?: unknown; $metadata?: { httpStatusCode?: unknown } }

const inItsWords = ({ name, message, code }: Cause): string => `${name}: ${message || code}`

/** Where what lies behind a refusal is about the set-up or the network, and never about a user. */
const reasons: Readonly<Partial<Record<ProblemCode, (cause: Cause) => string>>> = {
  COGNITO_MISCONFIGURED: inItsWords,
  COGNITO_UNAVAILABLE: inItsWords,
  KEYS_UNAVAILABLE: ({ message }) => message,
  STORE_UNAVAILABLE: inItsWords,
  COGNITO_UNEXPECTED: ({ name, $metadata }) =>
    [name, $metadata?.httpStatusCode].filter(Boolean).join(', HTTP '),
}

/** What the log tells the developer: a sentence, and what lies behind it as far as it is no secret. */
export const reasonOf = (refusal: { code: string; message: string; cause?: unknown }): string => {
  const { code, message, cause } = refusal
  const reason = cause instanceof Error && reasons[code as ProblemCode]?.(cause)
  return reason ? `${message} (${reason})` : message
}
