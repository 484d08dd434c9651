import type { ChallengeKind } from '@x/cognito-core'

/**
 * Whether an answer to such a challenge proves anything of the user: a choice does not, and of what a
 * trigger of the user pool asks only the trigger knows.
 */
export const isProof = (kind: ChallengeKind): boolean =>
  kind !== 'factor-choice' && kind !== 'custom'
