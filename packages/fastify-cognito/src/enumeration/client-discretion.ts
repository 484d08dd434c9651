import { randomBytes, randomUUID } from 'node:crypto'
import { type Cognito, CognitoError, type CognitoErrorCode } from '@x/cognito-core'
import { remembering } from '../remembering.ts'

/**
 * Whether the app client itself hides who exists (`PreventUserExistenceErrors: ENABLED`). Cognito then
 * says what is up with a user only after the right password.
 *
 * @returns `undefined` where it cannot be found out now.
 */
export type ClientDiscretion = () => Promise<boolean | undefined>

/** In seconds: how long a change of the app client may stay unnoticed, and how long nothing is known. */
const rememberedFor = { known: 600, unknown: 60 }

/** Found out when first asked, by a sign-in by SRP as somebody who cannot exist. */
export const createClientDiscretion = (cognito: Pick<Cognito, 'signIn'>): ClientDiscretion =>
  remembering(
    () => cognito.signIn(nobody()).then(undecided, verdictOf),
    (isDiscreet) => (isDiscreet === undefined ? rememberedFor.unknown : rememberedFor.known),
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
