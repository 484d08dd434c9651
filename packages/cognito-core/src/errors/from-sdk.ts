import type { CognitoErrorCode } from './codes.ts'
import { CognitoError } from './cognito-error.ts'

/** A wording of Cognito's, and what it means. Never the punctuation: it varies between regions and years. */
interface Wording {
  says: RegExp
  code: CognitoErrorCode
  /** For people, from the groups of `says` or all that was said. */
  message?: (groups: readonly string[], said: string) => string
}

interface Meaning {
  /** The first that fits decides. */
  wordings?: readonly Wording[]
  otherwise: CognitoErrorCode
}

const misconfiguredSecret: Wording = {
  says: /configured (?:with|for) secret|unable to verify (?:secret|client secret)|secrethash does not match/i,
  code: 'COGNITO_MISCONFIGURED',
  message: () =>
    'The app client has a secret and this call carried none, or a wrong one. Check clientSecret.',
}

/** Cognito names one broken rule at a time. */
function policy({ says, rule }: { says: RegExp; rule: string }): Wording {
  return { says, code: 'COGNITO_INVALID_PASSWORD', message: () => `The new password ${rule}.` }
}

/** The only reader of AWS's messages. Exceptions by their names in the API reference. */
const meanings: Readonly<Record<string, Meaning>> = {
  NotAuthorizedException: {
    wordings: [
      misconfiguredSecret,
      { says: /incorrect username or password/i, code: 'COGNITO_INVALID_CREDENTIALS' },
      { says: /attempts exceeded/i, code: 'COGNITO_TOO_MANY_ATTEMPTS' },
      { says: /user is disabled/i, code: 'COGNITO_USER_DISABLED' },
      { says: /user does not exist/i, code: 'COGNITO_USER_NOT_FOUND' },
      { says: /temporary password has expired/i, code: 'COGNITO_TEMPORARY_PASSWORD_EXPIRED' },
      { says: /invalid session/i, code: 'COGNITO_SESSION_EXPIRED' },
      { says: /required scopes/i, code: 'COGNITO_NOT_ALLOWED' },
      { says: /(?:refresh|access) token/i, code: 'COGNITO_TOKEN_REJECTED' },
      { says: /unauthorized attribute|cannot modify/i, code: 'COGNITO_NOT_ALLOWED' },
    ],
    otherwise: 'COGNITO_INVALID_CREDENTIALS',
  },
  InvalidPasswordException: {
    wordings: [
      policy({ says: /not long enough/i, rule: 'is too short' }),
      policy({ says: /uppercase/i, rule: 'needs an upper-case letter' }),
      policy({ says: /lowercase/i, rule: 'needs a lower-case letter' }),
      policy({ says: /numeric/i, rule: 'needs a digit' }),
      policy({ says: /symbol/i, rule: 'needs a symbol' }),
    ],
    otherwise: 'COGNITO_INVALID_PASSWORD',
  },
  InvalidParameterException: {
    wordings: [
      {
        says: /^(\w+) flow not enabled|auth flow not enabled/i,
        code: 'COGNITO_MISCONFIGURED',
        message: ([flow = 'this flow']) =>
          `The app client does not allow ${flow}. Enable it in the app client's authentication flows.`,
      },
      {
        says: /method not supported|trigger is not configured/i,
        code: 'COGNITO_MISCONFIGURED',
      },
      {
        says: /invalid attributes given/i,
        code: 'COGNITO_INVALID_INPUT',
        message: (_groups, said) =>
          `Required attributes are missing: ${[...said.matchAll(/(\S+) (?:is|are) missing/g)].map(([, name]) => name).join(', ')}.`,
      },
    ],
    otherwise: 'COGNITO_INVALID_INPUT',
  },
  UserLambdaValidationException: {
    wordings: [
      {
        // Cognito adds the trigger's name in front and a full stop behind.
        says: /^\w+ failed with error ([\s\S]+?)\.?$/,
        code: 'COGNITO_REJECTED_BY_TRIGGER',
        message: ([said = '']) => said,
      },
    ],
    otherwise: 'COGNITO_REJECTED_BY_TRIGGER',
  },
  ResourceNotFoundException: { otherwise: 'COGNITO_MISCONFIGURED' },
  UserNotFoundException: { otherwise: 'COGNITO_USER_NOT_FOUND' },
  UserNotConfirmedException: { otherwise: 'COGNITO_USER_NOT_CONFIRMED' },
  PasswordResetRequiredException: { otherwise: 'COGNITO_PASSWORD_RESET_REQUIRED' },
  PasswordHistoryPolicyViolationException: { otherwise: 'COGNITO_INVALID_PASSWORD' },
  CodeMismatchException: { otherwise: 'COGNITO_CODE_MISMATCH' },
  EnableSoftwareTokenMFAException: { otherwise: 'COGNITO_CODE_MISMATCH' },
  ExpiredCodeException: { otherwise: 'COGNITO_CODE_EXPIRED' },
  AliasExistsException: { otherwise: 'COGNITO_USERNAME_TAKEN' },
  UsernameExistsException: { otherwise: 'COGNITO_USERNAME_TAKEN' },
  RefreshTokenReuseException: { otherwise: 'COGNITO_TOKEN_REJECTED' },
  TooManyFailedAttemptsException: { otherwise: 'COGNITO_TOO_MANY_ATTEMPTS' },
  TooManyRequestsException: { otherwise: 'COGNITO_RATE_LIMITED' },
  ThrottlingException: { otherwise: 'COGNITO_RATE_LIMITED' },
  LimitExceededException: { otherwise: 'COGNITO_RATE_LIMITED' },
  ForbiddenException: { otherwise: 'COGNITO_NOT_ALLOWED' },
  UnsupportedTokenTypeException: { otherwise: 'COGNITO_INVALID_INPUT' },
  UnauthorizedException: { otherwise: 'COGNITO_MISCONFIGURED' },
  UnsupportedOperationException: { otherwise: 'COGNITO_MISCONFIGURED' },
  FeatureUnavailableInTierException: { otherwise: 'COGNITO_MISCONFIGURED' },
  InvalidUserPoolConfigurationException: { otherwise: 'COGNITO_MISCONFIGURED' },
  MFAMethodNotFoundException: { otherwise: 'COGNITO_MISCONFIGURED' },
  SoftwareTokenMFANotFoundException: { otherwise: 'COGNITO_MISCONFIGURED' },
  OperationNotEnabledException: { otherwise: 'COGNITO_MISCONFIGURED' },
  InvalidSmsRoleAccessPolicyException: { otherwise: 'COGNITO_MISCONFIGURED' },
  InvalidSmsRoleTrustRelationshipException: { otherwise: 'COGNITO_MISCONFIGURED' },
  InvalidEmailRoleAccessPolicyException: { otherwise: 'COGNITO_MISCONFIGURED' },
  InvalidLambdaResponseException: { otherwise: 'COGNITO_MISCONFIGURED' },
  UnexpectedLambdaException: { otherwise: 'COGNITO_UNAVAILABLE' },
  CodeDeliveryFailureException: { otherwise: 'COGNITO_UNAVAILABLE' },
  InternalErrorException: { otherwise: 'COGNITO_UNAVAILABLE' },
}

/**
 * What these prove is a token, so a «no» in words nobody knows is not about a password. Nor is it taken
 * for the end of a session: that would sign everybody out the day Cognito finds new words.
 */
const provingTokens: ReadonlySet<string> = new Set([
  'GetTokensFromRefreshToken',
  'GetUser',
  'GlobalSignOut',
  'RevokeToken',
])

/** Turns whatever the SDK threw into a CognitoError, which keeps it as its `cause`. */
export const fromSdk = (error: unknown, operation = ''): CognitoError => {
  const thrown = (typeof error === 'object' && error !== null ? error : {}) as SdkError
  const meaning = Object.hasOwn(meanings, thrown.name ?? '') && meanings[thrown.name ?? '']
  if (meaning) return translated(meaning, { thrown, operation })
  const code = isOutage(thrown) ? 'COGNITO_UNAVAILABLE' : 'COGNITO_UNEXPECTED'
  return new CognitoError(code, { cause: withoutAnswer(thrown, error) })
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
  const wording = wordings.find(({ says }) => says.test(said))
  if (!wording) {
    const isToken = otherwise === 'COGNITO_INVALID_CREDENTIALS' && provingTokens.has(operation)
    return new CognitoError(isToken ? 'COGNITO_NOT_ALLOWED' : otherwise, { cause: thrown })
  }
  const { code, says, message } = wording
  const groups = says.exec(said)?.slice(1) ?? []
  return new CognitoError(code, {
    ...(message && { message: message(groups, said) }),
    cause: thrown,
  })
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
  if (thrown.$metadata === undefined) return error
  const { name, message, code, $metadata } = thrown
  return Object.assign(new Error(message), {
    name,
    ...(typeof code === 'string' && { code }),
    $metadata,
  })
}
