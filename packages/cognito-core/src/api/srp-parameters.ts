/** What an SRP exchange is told of the other half. */
export interface SrpChallenge {
  salt: string
  B: string
  secretBlock: string
  /** Absent where it is a device that proves itself. */
  userIdForSrp?: string
}

/** Where a part is missing, there is no challenge. */
export const srpChallengeIn = ({
  SALT: salt,
  SRP_B: B,
  SECRET_BLOCK: secretBlock,
  USER_ID_FOR_SRP: userIdForSrp,
}: Readonly<Record<string, string>>): SrpChallenge | undefined =>
  salt && B && secretBlock
    ? { salt, B, secretBlock, ...(userIdForSrp && { userIdForSrp }) }
    : undefined

export const srpStart = (A: string): Record<string, string> => ({ SRP_A: A })

export const srpProof = (claim: {
  secretBlock: string
  signature: string
  timestamp: string
}): Record<string, string> => ({
  PASSWORD_CLAIM_SECRET_BLOCK: claim.secretBlock,
  PASSWORD_CLAIM_SIGNATURE: claim.signature,
  TIMESTAMP: claim.timestamp,
})
