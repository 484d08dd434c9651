import { randomBytes } from 'node:crypto'
import { AwsError } from '../aws-error.ts'
import type { Clock } from '../clock.ts'

/** Who a registration was started for, and where. */
interface Starter {
  sub: string
  clientId: string
}

export interface RegistrationChallenges {
  /** `lifetime` in seconds. Gives 16 random bytes as base64url. */
  open(starter: Starter & { lifetime: number }): string
  /**
   * The challenge is used up by the first credential that answers it, right or wrong.
   * @throws {AwsError} where it was not opened for this user and client, was used, or has expired
   */
  take(starter: Starter & { untrustedChallenge: string }): void
}

export const createRegistrationChallenges = (clock: Clock): RegistrationChallenges => {
  const challenges = new Map<string, Starter & { expiresAt: number }>()
  return {
    open: ({ lifetime, ...starter }) => {
      const challenge = randomBytes(16).toString('base64url')
      challenges.set(challenge, { ...starter, expiresAt: clock.now() + lifetime })
      return challenge
    },
    take: ({ sub, clientId, untrustedChallenge }) => {
      const known = challenges.get(untrustedChallenge)
      if (known?.sub !== sub || clock.now() >= known.expiresAt) {
        throw new AwsError(
          'WebAuthnChallengeNotFoundException',
          'The registration of this passkey was not started, is over, or took too long.',
        )
      }
      if (known.clientId !== clientId) {
        throw new AwsError(
          'WebAuthnClientMismatchException',
          'The registration of this passkey was started by another client.',
        )
      }
      challenges.delete(untrustedChallenge)
    },
  }
}
