import { AwsError, notAuthorized } from './aws-error.ts'
import type { MfaMethod } from './options.ts'
import type { Pool } from './pool.ts'
import type { AppClient } from './pool-settings.ts'
import { issueTokens } from './token-issuer.ts'
import type { User } from './user-store.ts'

/** Of InitiateAuth and RespondToAuthChallenge: tokens, or the next challenge. */
export interface AuthAnswer {
  ChallengeName?: string
  Session?: string
  ChallengeParameters: Readonly<Record<string, string>>
  AuthenticationResult?: Readonly<Record<string, string | number>>
}

interface SignIn {
  client: AppClient
  user: User
}

export const challengeOfMethod = {
  sms: 'SMS_MFA',
  totp: 'SOFTWARE_TOKEN_MFA',
  email: 'EMAIL_OTP',
} as const satisfies Record<MfaMethod, string>

const openChallenge = (
  pool: Pool,
  { client, user }: SignIn,
  challenge: { name: string; parameters: Readonly<Record<string, string>> },
): AuthAnswer => ({
  ChallengeName: challenge.name,
  Session: pool.sessions.open({
    clientId: client.id,
    username: user.username,
    challenge: challenge.name,
    lifetime: client.lifetimes.challenge,
  }),
  ChallengeParameters: { USER_ID_FOR_SRP: user.username, ...challenge.parameters },
})

/** `j***@e***` */
const maskEmail = (address: string): string => address.replace(/^(.)[^@]*@(.).*$/, '$1***@$2***')
/** `+*******1234` */
const maskPhoneNumber = (number: string): string =>
  `+${number.slice(-4).padStart(Math.max(number.length - 1, 4), '*')}`

const delivery = {
  sms: { attribute: 'phone_number', medium: 'SMS', mask: maskPhoneNumber },
  email: { attribute: 'email', medium: 'EMAIL', mask: maskEmail },
} as const

/** Asks for one factor; a code is sent where that factor needs one. */
export const challengeWith = (pool: Pool, signIn: SignIn, method: MfaMethod): AuthAnswer => {
  const name = challengeOfMethod[method]
  if (method === 'totp') return openChallenge(pool, signIn, { name, parameters: {} })
  const { attribute, medium, mask } = delivery[method]
  const to = signIn.user.attributes[attribute] ?? ''
  const { username } = signIn.user
  pool.inbox.sendCode({ username, medium: method, purpose: 'mfa', to })
  return openChallenge(pool, signIn, {
    name,
    parameters: { CODE_DELIVERY_DELIVERY_MEDIUM: medium, CODE_DELIVERY_DESTINATION: mask(to) },
  })
}

/** Signs the user in: the last step of every flow. */
const succeed = (pool: Pool, { client, user }: SignIn): AuthAnswer => {
  const { grant, refreshToken } = pool.refreshTokens.start({ client, username: user.username })
  const tokens = issueTokens({ ...pool, client, user, grant })
  return {
    ChallengeParameters: {},
    AuthenticationResult: {
      AccessToken: tokens.accessToken,
      ExpiresIn: tokens.expiresIn,
      TokenType: 'Bearer',
      RefreshToken: refreshToken,
      IdToken: tokens.idToken,
    },
  }
}

export const completeSignIn: (pool: Pool, signIn: SignIn) => AuthAnswer = succeed

/** Factors that can be asked for. Where MFA is required, a phone number is one without being set up. */
const usableFactors = ({ settings }: Pool, user: User): readonly MfaMethod[] => {
  if (settings.mfa === 'off') return []
  if (user.factors.length > 0 || settings.mfa === 'optional') return user.factors
  const hasPhone = Boolean(user.attributes['phone_number'])
  return hasPhone && settings.mfaMethods.includes('sms') ? ['sms'] : []
}

const askForMfa = (pool: Pool, signIn: SignIn): AuthAnswer => {
  const { settings } = pool
  const factors = usableFactors(pool, signIn.user)
  const method = signIn.user.preferredFactor ?? (factors.length === 1 ? factors[0] : undefined)
  if (method) return challengeWith(pool, signIn, method)
  if (factors.length > 0) {
    const names = factors.map((factor) => challengeOfMethod[factor])
    return openChallenge(pool, signIn, {
      name: 'SELECT_MFA_TYPE',
      parameters: { MFAS_CAN_CHOOSE: JSON.stringify(names) },
    })
  }
  if (settings.mfa !== 'required') return succeed(pool, signIn)
  const names = settings.mfaMethods.map((factor) => challengeOfMethod[factor])
  return openChallenge(pool, signIn, {
    name: 'MFA_SETUP',
    parameters: { MFAS_CAN_SETUP: JSON.stringify(names) },
  })
}

export const missingAttributes = ({ settings }: Pool, user: User): readonly string[] =>
  settings.requiredAttributes.filter((name) => !user.attributes[name])

const askForNewPassword = (pool: Pool, signIn: SignIn): AuthAnswer => {
  const { user } = signIn
  const validFor = pool.settings.passwordPolicy.temporaryPasswordDays * 24 * 3600
  if (pool.clock.now() >= (user.credential?.setAt ?? 0) + validFor) {
    throw notAuthorized('Temporary password has expired and must be reset by an administrator.')
  }
  const required = missingAttributes(pool, user).map((name) => `userAttributes.${name}`)
  return openChallenge(pool, signIn, {
    name: 'NEW_PASSWORD_REQUIRED',
    parameters: {
      requiredAttributes: JSON.stringify(required),
      userAttributes: JSON.stringify(user.attributes),
    },
  })
}

/** @throws {AwsError} when this user may not sign in, whatever the password */
export const checkMaySignIn = (user: User): void => {
  if (!user.enabled) throw notAuthorized('User is disabled.')
  if (user.status === 'UNCONFIRMED') {
    throw new AwsError('UserNotConfirmedException', 'User is not confirmed.')
  }
  if (user.status === 'RESET_REQUIRED') {
    throw new AwsError('PasswordResetRequiredException', 'Password reset required for the user')
  }
}

/** What follows a right password: a new one, then a second factor, then tokens. */
export const afterPassword = (pool: Pool, signIn: SignIn): AuthAnswer => {
  checkMaySignIn(signIn.user)
  return signIn.user.status === 'FORCE_CHANGE_PASSWORD'
    ? askForNewPassword(pool, signIn)
    : askForMfa(pool, signIn)
}
