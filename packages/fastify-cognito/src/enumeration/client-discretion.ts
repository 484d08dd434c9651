import { randomBytes, randomUUID } from 'node:crypto'
import {
  type Cognito,
  CognitoError,
  type CognitoErrorCode,
  type SignInInput,
} from '@x/cognito-core'
import { now } from '../clock.ts'

export type SignInMethod = NonNullable<SignInInput['method']>

/**
 * Whether the app client itself hides who exists (`PreventUserExistenceErrors: ENABLED`). Cognito then
 * says what is up with a user only after the right password.
 *
 * @returns `undefined` where it cannot be found out now.
 */
export type ClientDiscretion = (method: SignInMethod) => Promise<boolean | undefined>

/** In seconds: how long a change of the app client may stay unnoticed. */
const rememberedFor = 600

/** Found out when first asked, by a sign-in as somebody who cannot exist, however many ask together. */
export const createClientDiscretion = (cognito: Pick<Cognito, 'signIn'>): ClientDiscretion => {
  let known: { isDiscreet: boolean; until: number } | undefined
  let asking: Promise<boolean | undefined> | undefined

  const ask: ClientDiscretion = async (method) => {
    const isDiscreet = await cognito.signIn({ method, ...nobody() }).then(undecided, verdictOf)
    if (isDiscreet !== undefined) known = { isDiscreet, until: now() + rememberedFor }
    return isDiscreet
  }

  return async (method) => {
    if (known && known.until > now()) return known.isDiscreet
    asking ??= ask(method).finally(() => {
      asking = undefined
    })
    return asking
  }
}

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
