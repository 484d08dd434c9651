/**
 * Every sentence, by its key: a code, or a code with what is known more closely. They may be shown to a
 * person: they name no user and hold no secret. What stands in braces is in the `params` of the error.
 */
const templates = {
  COGNITO_INVALID_CREDENTIALS: 'The user name or password is wrong.',
  'COGNITO_INVALID_CREDENTIALS.orLocked':
    'The user name or password is wrong. After several attempts, wait a while before the next.',
  COGNITO_TOO_MANY_ATTEMPTS: 'Too many failed attempts. Wait a while before trying again.',
  COGNITO_LIMIT_EXCEEDED: 'This was asked for too often. Wait an hour before trying again.',
  'COGNITO_LIMIT_EXCEEDED.passkeys':
    'This account has as many passkeys as it may have. Delete one first.',
  'COGNITO_LIMIT_EXCEEDED.clientSecrets':
    'The app client has two secrets, which is the most. Remove one first.',
  'COGNITO_LIMIT_EXCEEDED.groups':
    'The user pool has as many groups as it may have. Delete one first.',
  'COGNITO_LIMIT_EXCEEDED.linkedProviders':
    'This account is linked to as many providers as it may be. Unlink one first.',
  COGNITO_RATE_LIMITED: 'Too many requests. Wait a moment and try again.',

  COGNITO_USER_DISABLED: 'This account is disabled.',
  COGNITO_USER_NOT_FOUND: 'There is no such user.',
  COGNITO_USER_NOT_CONFIRMED: 'This account is not confirmed yet.',
  COGNITO_ALREADY_CONFIRMED: 'This account is confirmed already. Sign in.',
  'COGNITO_ALREADY_CONFIRMED.device': 'This device is confirmed already.',
  COGNITO_USERNAME_TAKEN: 'This name is already taken.',
  COGNITO_ALIAS_TAKEN: 'This e-mail address or phone number already belongs to another account.',
  'COGNITO_ALIAS_TAKEN.linked': 'Whoever signs in so is linked to an account already.',
  COGNITO_GROUP_EXISTS: 'There is a group of this name already.',
  COGNITO_GROUP_NOT_FOUND: 'There is no such group.',
  COGNITO_SIGN_UP_CLOSED: 'Nobody can sign up here. Ask for an invitation.',

  COGNITO_TEMPORARY_PASSWORD_EXPIRED:
    'The temporary password has expired. Ask for a new invitation.',
  COGNITO_PASSWORD_RESET_REQUIRED: 'The password of this account must be reset first.',
  COGNITO_PASSWORD_RESET_NOT_POSSIBLE:
    'The password of this account cannot be reset this way. Ask for help.',
  COGNITO_NO_RECOVERY:
    'This account has no verified e-mail address or phone number that a code could be sent to. Ask for help.',
  COGNITO_WRONG_PASSWORD: 'The current password is wrong.',
  COGNITO_INVALID_PASSWORD: 'The new password does not meet the password policy.',
  'COGNITO_INVALID_PASSWORD.tooShort': 'The new password is too short.',
  'COGNITO_INVALID_PASSWORD.tooLong': 'The new password is too long.',
  'COGNITO_INVALID_PASSWORD.lowercase': 'The new password needs a lower-case letter.',
  'COGNITO_INVALID_PASSWORD.uppercase': 'The new password needs an upper-case letter.',
  'COGNITO_INVALID_PASSWORD.digit': 'The new password needs a digit.',
  'COGNITO_INVALID_PASSWORD.symbol': 'The new password needs a symbol.',
  'COGNITO_INVALID_PASSWORD.reused': 'The new password was used before. Choose another.',
  'COGNITO_INVALID_PASSWORD.form':
    'The new password may not begin or end with a space, and needs more than one character.',

  COGNITO_CODE_MISMATCH: 'The code is wrong. Try again.',
  'COGNITO_CODE_MISMATCH.orOver':
    'The code is wrong or no longer valid. If you have used it already, sign in.',
  COGNITO_CODE_EXPIRED: 'The code has expired or was used already. Ask for a new one.',
  'COGNITO_CODE_EXPIRED.used': 'This code was used already. Wait for the next one.',
  COGNITO_CODE_NOT_DELIVERED: 'The code could not be sent. Try again later.',
  COGNITO_SESSION_EXPIRED: 'This sign-in attempt is over. Start again.',
  COGNITO_SESSION_NOT_FOUND: 'There is no such session.',
  COGNITO_DEVICE_NOT_FOUND: 'This device is no longer remembered. Sign in again without it.',
  'COGNITO_DEVICE_NOT_FOUND.unknown': 'There is no such device.',
  COGNITO_PASSKEY_REJECTED: 'The passkey was not accepted. Try again.',
  'COGNITO_PASSKEY_REJECTED.expired': 'This took too long, or began elsewhere. Try again.',
  'COGNITO_PASSKEY_REJECTED.origin': 'The passkey is not for this site.',
  'COGNITO_PASSKEY_REJECTED.notSupported': 'Passkeys of this kind are not supported. Use another.',
  COGNITO_PASSKEY_NOT_FOUND: 'There is no such passkey.',
  COGNITO_MFA_NOT_SET_UP: 'This has to be set up first: {method}.',
  'COGNITO_MFA_NOT_SET_UP.unnamed': 'This has to be set up first.',
  COGNITO_TOKEN_REJECTED: 'The session has ended. Sign in again.',

  COGNITO_ATTRIBUTE_MISSING: 'Required attributes are missing: {attributes}.',
  'COGNITO_ATTRIBUTE_MISSING.unnamed': 'A required attribute is missing.',
  'COGNITO_ATTRIBUTE_MISSING.toVerify': 'There is no {attributes} to verify.',
  COGNITO_ATTRIBUTE_INVALID: 'These attributes are not as the user pool wants them: {attributes}.',
  'COGNITO_ATTRIBUTE_INVALID.unnamed': 'An attribute is not as the user pool wants it.',
  COGNITO_ATTRIBUTE_READ_ONLY: 'These attributes cannot be changed here: {attributes}.',
  'COGNITO_ATTRIBUTE_READ_ONLY.unnamed': 'One of the attributes cannot be changed here.',

  COGNITO_INVALID_INPUT: 'Cognito cannot accept this input.',
  'COGNITO_INVALID_INPUT.text': '{field}: give a text that is not empty.',
  'COGNITO_INVALID_INPUT.textOrNull':
    '{field}: give a text that is not empty, or null to take it away.',
  'COGNITO_INVALID_INPUT.number': '{field}: give a number.',
  'COGNITO_INVALID_INPUT.wholeNumber': '{field}: give a whole number from {least} to {most}.',
  'COGNITO_INVALID_INPUT.boolean': '{field}: give true or false.',
  'COGNITO_INVALID_INPUT.date': '{field}: give a date.',
  'COGNITO_INVALID_INPUT.texts': '{field}: give an object of names and texts.',
  'COGNITO_INVALID_INPUT.list': '{field}: give a list.',
  'COGNITO_INVALID_INPUT.label': '{field}: give a text without colons.',
  'COGNITO_INVALID_INPUT.object': '{field}: give an object.',
  'COGNITO_INVALID_INPUT.values': '{field}: give an object with at least one name and value.',
  'COGNITO_INVALID_INPUT.names': '{field}: give a list of at least one name.',
  'COGNITO_INVALID_INPUT.choice': '{field}: give one of {choices}.',
  'COGNITO_INVALID_INPUT.oneCondition': '{field}: give one condition; Cognito takes no two.',
  'COGNITO_INVALID_INPUT.notSearchable':
    '{field}: Cognito cannot search by this, only by {choices}.',
  'COGNITO_INVALID_INPUT.notListed': '{field}: Cognito cannot be asked for this in a list.',
  'COGNITO_INVALID_INPUT.challengeKind': '{field}: is not the kind of challenge.cognitoName.',
  'COGNITO_INVALID_INPUT.form': '{field}: is not in the form that Cognito accepts.',
  'COGNITO_INVALID_INPUT.usernameIsEmail': 'The user name must be an e-mail address.',
  'COGNITO_INVALID_INPUT.usernameIsPhoneNumber': 'The user name must be a phone number.',
  'COGNITO_INVALID_INPUT.usernameIsEmailOrPhoneNumber':
    'The user name must be an e-mail address or a phone number.',
  'COGNITO_INVALID_INPUT.usernameIsNoEmail': 'The user name may not be an e-mail address.',
  'COGNITO_INVALID_INPUT.usernameIsNoPhoneNumber': 'The user name may not be a phone number.',
  'COGNITO_INVALID_INPUT.ownSession': 'This is the session that you are in. Sign out instead.',

  COGNITO_REJECTED_BY_TRIGGER: 'The request was turned down by a rule of this service.',
  'COGNITO_REJECTED_BY_TRIGGER.reason': '{reason}',
  COGNITO_TRIGGER_FAILED: 'A rule of this service could not be asked. Try again.',
  COGNITO_NOT_ALLOWED: 'This is not allowed.',
  COGNITO_MISCONFIGURED: 'The user pool or app client is not set up for this call.',
  'COGNITO_MISCONFIGURED.clientSecret':
    'The app client has a secret and this call carried none, or a wrong one. Check clientSecret.',
  'COGNITO_MISCONFIGURED.flow':
    "The app client does not allow {flow}. Enable it in the app client's authentication flows.",
  'COGNITO_MISCONFIGURED.noVerification':
    'The user pool sends no codes to new users. Turn on the verification of e-mail addresses or phone numbers.',
  'COGNITO_MISCONFIGURED.sending':
    'The user pool may not send its messages. Check the role of its e-mails or text messages.',
  'COGNITO_MISCONFIGURED.passkeys':
    'The user pool takes no passkeys. Add them to its first factors, and set their relying party ID.',
  'COGNITO_MISCONFIGURED.sessionTracking':
    'The user pool does not keep track of sessions. Turn its session tracking on; it needs the plan Essentials or Plus.',
  'COGNITO_MISCONFIGURED.threatProtection':
    'The user pool writes down nothing of sign-ins. Turn its threat protection on; it needs the plan Plus.',
  'COGNITO_MISCONFIGURED.otherPool':
    'The app client belongs to another user pool. Check userPoolId and clientId.',
  COGNITO_NO_CREDENTIALS:
    'This call needs AWS credentials, and none were found: {operation}. Give the service an IAM role, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
  'COGNITO_NO_CREDENTIALS.refused':
    'AWS does not accept the credentials that this call was signed with: {operation}. Check that they are still valid, and the clock of this machine.',
  COGNITO_NOT_PERMITTED:
    'The AWS credentials of this service do not permit {action}. Add to their IAM policy: {statement}',

  COGNITO_UNAVAILABLE: 'Cognito cannot be reached. Try again.',
  COGNITO_UNEXPECTED: 'Cognito answered in a way that this version does not know.',
  KEYS_UNAVAILABLE: 'The keys of the user pool cannot be fetched. Try again.',
} as const

/** A code, or a code with what is known more closely, such as `COGNITO_INVALID_PASSWORD.tooShort`. */
export type MessageKey = keyof typeof templates

/** What stands in the braces of a message. */
export type MessageParams = Readonly<Record<string, string>>

/** The English sentence of every key, to translate from: `Record<MessageKey, string>` misses none. */
export const messages: Readonly<Record<MessageKey, string>> = templates
