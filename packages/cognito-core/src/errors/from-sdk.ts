import { CognitoError } from './cognito-error.ts'
import type { Meaning } from './meaning.ts'
import { meanings } from './meanings.ts'
import type { MessageKey } from './messages.ts'

/** Only calls that are signed with AWS credentials meet these: no credentials, or none that will do. */
const credentialProblems: Readonly<Record<string, MessageKey>> = {
  CredentialsProviderError: 'COGNITO_NO_CREDENTIALS',
  TokenProviderError: 'COGNITO_NO_CREDENTIALS',
  MissingAuthenticationTokenException: 'COGNITO_NO_CREDENTIALS',
  UnrecognizedClientException: 'COGNITO_NO_CREDENTIALS.refused',
  ExpiredTokenException: 'COGNITO_NO_CREDENTIALS.refused',
  InvalidSignatureException: 'COGNITO_NO_CREDENTIALS.refused',
  IncompleteSignatureException: 'COGNITO_NO_CREDENTIALS.refused',
  AccessDeniedException: 'COGNITO_NOT_PERMITTED',
}

/**
 * Turns whatever the SDK threw into a CognitoError, which keeps it as its `cause`.
 *
 * @param operation as AWS names it: some words mean something else in another one.
 */
export const fromSdk = (
  error: unknown,
  operation: string,
  { userPoolId = '*' }: { userPoolId?: string } = {},
): CognitoError => {
  const thrown = (typeof error === 'object' && error !== null ? error : {}) as SdkError
  const { name = '' } = thrown
  const meaning = Object.hasOwn(meanings, name) && meanings[name]
  if (meaning) return translated(meaning, { thrown, operation })
  const problem = Object.hasOwn(credentialProblems, name) && credentialProblems[name]
  if (problem) {
    const action = `cognito-idp:${operation}`
    const params = { operation, action, statement: statementFor(action, userPoolId) }
    return new CognitoError(problem, { params, operation, cause: withoutAnswer(thrown, error) })
  }
  const code = isOutage(thrown) ? 'COGNITO_UNAVAILABLE' : 'COGNITO_UNEXPECTED'
  return new CognitoError(code, { operation, cause: withoutAnswer(thrown, error) })
}

/** The line of an IAM policy that grants it. Of any account: which one it is, the pool's id does not say. */
const statementFor = (action: string, userPoolId: string): string => {
  const Resource = `arn:aws:cognito-idp:*:*:userpool/${userPoolId}`
  return JSON.stringify({ Effect: 'Allow', Action: action, Resource })
}

interface SdkError {
  name?: string
  message?: string
  code?: unknown
  errno?: unknown
  $fault?: unknown
  $metadata?: { httpStatusCode?: number }
  $responseBodyText?: unknown
}

const translated = (
  { wordings = [], otherwise }: Meaning,
  { thrown, operation }: { thrown: SdkError; operation: string },
): CognitoError => {
  const said = thrown.message ?? ''
  const wording = wordings.find(
    ({ says, on }) => (!on || on.includes(operation)) && says.test(said),
  )
  const { says, means } = wording ?? { says: /(?:)/, means: otherwise }
  const known = { operation, cause: withoutValues(thrown) }
  if (typeof means === 'string') return new CognitoError(means, known)
  const { key, params = {} } = means(says.exec(said)?.slice(1) ?? [], said)
  return new CognitoError(key, { params, ...known })
}

/** A complaint about a constraint quotes the value, which may be a code that was mistyped. */
const withoutValues = (thrown: SdkError): unknown => {
  const { message = '' } = thrown
  if (!/failed to satisfy constraint/i.test(message)) return thrown
  return onlyNamed(thrown, message.replace(/Value '[\s\S]*' at '/, "Value at '"))
}

/** No answer, an answer that cannot be read, or one that says it is Cognito's fault. */
const isOutage = (thrown: SdkError): boolean =>
  thrown.name === 'TimeoutError' ||
  thrown.name === 'SyntaxError' ||
  thrown.$fault === 'server' ||
  typeof thrown.errno === 'number' ||
  (typeof thrown.code === 'string' && /^(?:E(?!RR_)[A-Z_]+|UND_ERR_\w+)$/.test(thrown.code)) ||
  (thrown.$metadata?.httpStatusCode ?? 0) >= 500

/**
 * A parser quotes what it could not read, and the SDK keeps every member of an error it does not
 * know: an answer may hold tokens, or what was sent. Only what names the error is kept.
 */
const withoutAnswer = (thrown: SdkError, error: unknown): unknown => {
  if (thrown.name === 'SyntaxError' || thrown.$responseBodyText !== undefined) {
    return new Error("Cognito's answer could not be read.")
  }
  return thrown.$metadata === undefined ? error : onlyNamed(thrown, thrown.message)
}

const onlyNamed = ({ name, code, $metadata }: SdkError, message: string | undefined): Error =>
  Object.assign(new Error(message), {
    name,
    ...(typeof code === 'string' && { code }),
    $metadata,
  })
