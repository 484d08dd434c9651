/** What triggers are told of a challenge that was answered. */
export interface ChallengeResult {
  challengeName: string
  challengeResult: boolean
  /** What `createAuthChallenge` called its challenge. */
  challengeMetadata: string | null
}

/** How far somebody is who signs in by CUSTOM_AUTH. It travels from Session to Session. */
export interface CustomAuth {
  /** In the order in which they were answered. */
  results: readonly ChallengeResult[]
  /** The key of a device that stands in for a second factor, and has to prove itself in the end. */
  standIn?: string | undefined
  /** Of the CUSTOM_CHALLENGE that is open: what its answer is compared with. */
  privateParameters?: Readonly<Record<string, string>>
  /** Of the CUSTOM_CHALLENGE that is open. */
  metadata?: string | null
}
