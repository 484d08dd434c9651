import { srpChallengeIn, srpProof, srpStart } from './api/srp-parameters.ts'
import type { Srp } from './crypto/srp-jobs.ts'
import { CognitoError } from './errors/cognito-error.ts'

/** One SRP exchange, in Cognito's terms. Used once. */
export interface Proof {
  /** What it begins with. */
  readonly start: Readonly<Record<string, string>>
  /** Answers what Cognito asks then. @throws CognitoError `COGNITO_UNEXPECTED` where that cannot be read. */
  readonly answer: (
    parameters: Readonly<Record<string, string>>,
    now: Date,
  ) => Promise<Record<string, string>>
}

/**
 * Whose password it is: a user's of a pool, whom Cognito names when it asks, or a device's of a group.
 */
export type Prover =
  | { poolName: string; password: string }
  | { device: { key: string; groupKey: string; password: string } }

export const proofOf = async (srp: Srp, prover: Prover): Promise<Proof> => {
  const keys = await srp('ephemeralKeys', {})
  let isUsed = false
  return {
    start: srpStart(keys.A.toString(16)),
    answer: async (parameters, now) => {
      const challenge = srpChallengeIn(parameters)
      if (!challenge || isUsed) throw new CognitoError('COGNITO_UNEXPECTED')
      isUsed = true
      const identity = identityOf(prover, challenge.userIdForSrp)
      // A challenge no honest pool sends, such as B = 0 modulo N, ends the attempt.
      const claim = await srp('passwordClaim', { keys, challenge, now, ...identity }).catch(
        (cause: unknown) => {
          throw new CognitoError('COGNITO_UNEXPECTED', { cause })
        },
      )
      return srpProof({ ...claim, secretBlock: challenge.secretBlock })
    },
  }
}

const identityOf = (prover: Prover, userIdForSrp: string | undefined) => {
  if ('device' in prover) {
    const { groupKey: poolName, key, password } = prover.device
    return { poolName, userIdForSrp: key, password }
  }
  if (!userIdForSrp) throw new CognitoError('COGNITO_UNEXPECTED')
  return { ...prover, userIdForSrp }
}
