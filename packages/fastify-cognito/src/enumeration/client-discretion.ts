import { randomBytes, randomUUID } from 'node:crypto'
import {
  type Cognito,
  CognitoError,
  type CognitoErrorCode,
  type SignInInput,
} from '@x/cognito-core'
import { remembering } from '../remembering.ts'

export type PasswordMethod = Exclude<NonNullable<SignInInput['method']>, 'after-sign-up'>

/**
 * Whether the app client itself hides who exists (`PreventUserExistenceErrors: ENABLED`). Cognito then
 * says what is up with a user only after the right password.
 *
 * @returns `undefined` where it cannot be found out now.
 */
export type ClientDiscretion = (method: PasswordMethod) => Promise<boolean | undefined>

/** In seconds: how long a change of the app client may stay unnoticed. */
const rememberedFor = 600

/** Found out when first asked, by a sign-in as somebody who cannot exist. */
export const createClientDiscretion = (cognito: Pick<Cognito, 'signIn'>): ClientDiscretion =>
  remembering(
    (method) => cognito.signIn({ method, ...nobody() }).then(undecided, verdictOf),
    (isDiscreet) => (isDiscreet === undefined ? 0 : rememberedFor),
  )

/** Nobody can have the address, and nobody can guess the name. */
const nobody = (): { username: string; password: string } => ({
  username: `${randomUUID()}@nobody.invalid`,
  password: randomBytes(18).toString('base64url'),
})

const undecided = (): undefined => undefined

const verdicts: Readonly<Partial<Record<CognitoErrorCode, boolean>>> = {
  COGNITO_USER_NOT_FOUND: false,
  COGNITO_INVALID_CREDENTIALS: true,
}

const verdictOf = (error: unknown): boolean | undefined =>
  error instanceof CognitoError ? verdicts[error.code] : undefined
