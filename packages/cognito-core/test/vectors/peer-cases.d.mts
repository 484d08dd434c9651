export interface PeerCase {
  /** Hex. */
  readonly a: string
  readonly salt: string
  readonly B: string
  /** Base64. */
  readonly secretBlock: string
  readonly poolName: string
  readonly userIdForSrp: string
  readonly password: string
  readonly nowMs: number
}

export declare const peerCase: (input: { seed: string; index: number }) => PeerCase
