import type { CognitoErrorCode } from './codes.ts'
import { CognitoError } from './cognito-error.ts'

/** A wording of Cognito's, and what it means. Never the punctuation: it varies between regions and years. */
interface Wording {
  says: RegExp
  code: CognitoErrorCode
  /** For people, from the groups of `says`. */
  message?: (groups: readonly string[]) => string
}

interface Meaning {
  /** The first that fits decides. */
  wordings?: readonly Wording[]
  otherwise: CognitoErrorCode
}

const misconfiguredSecret: Wording = {
  says: /configured (?:with|for) secret|unable to verify secret hash|secrethash does not match/i,
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
        says: /invalid attributes given, (.+?) (?:is|are) missing/i,
        code: 'COGNITO_INVALID_INPUT',
        message: ([names]) => `Required attributes are missing: ${names}.`,
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
  InvalidLambdaResponseException: { otherwise: 'COGNITO_MISCONFIGURED' },
  UnexpectedLambdaException: { otherwise: 'COGNITO_UNAVAILABLE' },
  CodeDeliveryFailureException: { otherwise: 'COGNITO_UNAVAILABLE' },
  InternalErrorException: { otherwise: 'COGNITO_UNAVAILABLE' },
}

/** Turns whatever the SDK threw into a CognitoError, which keeps it as its `cause`. */
export const fromSdk = (error: unknown): CognitoError => {
  const thrown = (typeof error === 'object' && error !== null ? error : {}) as SdkError
  const meaning = Object.hasOwn(meanings, thrown.name ?? '') && meanings[thrown.name ?? '']
  if (meaning) return translated(meaning, thrown)
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

const translated = ({ wordings = [], otherwise }: Meaning, thrown: SdkError): CognitoError => {
  const said = thrown.message ?? ''
  for (const { says, code, message } of wordings) {
    const match = says.exec(said)
    if (!match) continue
    const groups = match.slice(1)
    return new CognitoError(code, { ...(message && { message: message(groups) }), cause: thrown })
  }
  return new CognitoError(otherwise, { cause: thrown })
}

/** No answer, an answer that cannot be read, or one that says it is Cognito's fault. */
const isOutage = (thrown: SdkError): boolean =>
  thrown.name === 'TimeoutError' ||
  thrown.name === 'SyntaxError' ||
  thrown.$fault === 'server' ||
  typeof thrown.errno === 'number' ||
  (typeof thrown.code === 'string' && /^E[A-Z_]+$|^UND_ERR/.test(thrown.code)) ||
  (thrown.$metadata?.httpStatusCode ?? 0) >= 500

/** A parser quotes what it could not read, and an answer of Cognito may hold tokens. */
const withoutAnswer = (thrown: SdkError, error: unknown): unknown =>
  thrown.name === 'SyntaxError' || thrown.$responseBodyText !== undefined
    ? new Error("Cognito's answer could not be read.")
    : error
