import type { PeerCase } from './peer-cases.mjs'

export interface PeerResult {
  /** SRP_A, hex. */
  readonly A: string
  /** PAD(S), hex. */
  readonly S: string
  /** The session key, hex. */
  readonly key: string
  readonly timestamp: string
  /** Base64. */
  readonly signature: string
}

export declare const identityJsSignIn: (peerCase: PeerCase) => PeerResult
