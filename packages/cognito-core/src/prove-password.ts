import { srpChallengeIn, srpProof, srpStart } from './api/srp-parameters.ts'
import { passwordClaim } from './crypto/password-claim.ts'
import { startSrp } from './crypto/srp.ts'
import { CognitoError } from './errors/cognito-error.ts'

/** One SRP exchange, in Cognito's terms. Used once. */
export interface Proof {
  /** What it begins with. */
  readonly start: Readonly<Record<string, string>>
  /** Answers what Cognito asks then. @throws CognitoError `COGNITO_UNEXPECTED` where that cannot be read. */
  readonly answer: (
    parameters: Readonly<Record<string, string>>,
    now: Date,
  ) => Record<string, string>
}

/**
 * Whose password it is: a user's of a pool, whom Cognito names when it asks, or a device's of a group.
 */
export type Prover =
  | { poolName: string; password: string }
  | { device: { key: string; groupKey: string; password: string } }

export const proofOf = (prover: Prover): Proof => {
  const srp = startSrp()
  return {
    start: srpStart(srp.A),
    answer: (parameters, now) => {
      const challenge = srpChallengeIn(parameters)
      if (!challenge) throw new CognitoError('COGNITO_UNEXPECTED')
      const claim = orUnexpected(() =>
        passwordClaim({ srp, challenge, now, ...identityOf(prover, challenge.userIdForSrp) }),
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

/** A challenge no honest pool sends, such as B = 0 modulo N, ends the attempt. */
const orUnexpected = <T>(prove: () => T): T => {
  try {
    return prove()
  } catch (cause) {
    throw new CognitoError('COGNITO_UNEXPECTED', { cause })
  }
}
