import { createHmac } from 'node:crypto'
import { computeVerifier } from './srp-server.ts'

export interface SimulatedUser {
  /** A UUID. */
  username: string
  salt: bigint
  /** Computed when it is asked for. */
  readonly verifier: bigint
}

/**
 * What somebody who does not exist is shown of themselves, the same each time. `key` is the pool's.
 * Source: "Managing user existence error responses" of the Amazon Cognito developer guide.
 */
export const simulateUser = (key: Buffer, untrustedName: string): SimulatedUser => {
  const derive = (what: string): Buffer =>
    createHmac('sha256', key).update(`${what}:${untrustedName}`).digest()
  const salt = BigInt(`0x${derive('salt').toString('hex', 0, 16)}`)
  const id = derive('id').toString('hex')
  const identityHash = derive('password')
  const groups = [id.slice(0, 8), id.slice(8, 12), `4${id.slice(12, 15)}`, `a${id.slice(15, 18)}`]
  return {
    username: [...groups, id.slice(18, 30)].join('-'),
    salt,
    get verifier() {
      return computeVerifier({ salt, identityHash })
    },
  }
}
