import { type InputOf, readInput, type Shape } from '../input-shape.ts'
import type { Pool } from '../pool.ts'
import {
  getTokensFromRefreshToken,
  getTokensFromRefreshTokenInput,
} from './get-tokens-from-refresh-token.ts'
import { getUser, getUserInput } from './get-user.ts'
import { globalSignOut, globalSignOutInput } from './global-sign-out.ts'
import { initiateAuth, initiateAuthInput } from './initiate-auth.ts'
import { respondToAuthChallenge, respondToAuthChallengeInput } from './respond-to-auth-challenge.ts'
import { revokeToken, revokeTokenInput } from './revoke-token.ts'

export type Operation = (pool: Pool, untrustedInput: unknown) => object

const checked =
  <S extends Shape>(shape: S, run: (pool: Pool, input: InputOf<S>) => object): Operation =>
  (pool, untrustedInput) =>
    run(pool, readInput(shape, untrustedInput))

/** The operations this version answers, under their AWS names. */
export const operations: Readonly<Record<string, Operation>> = {
  InitiateAuth: checked(initiateAuthInput, initiateAuth),
  RespondToAuthChallenge: checked(respondToAuthChallengeInput, respondToAuthChallenge),
  GetTokensFromRefreshToken: checked(getTokensFromRefreshTokenInput, getTokensFromRefreshToken),
  RevokeToken: checked(revokeTokenInput, revokeToken),
  GlobalSignOut: checked(globalSignOutInput, globalSignOut),
  GetUser: checked(getUserInput, getUser),
}
