import type { Claim, SrpChallenge } from './protocol.ts'
import type { SrpVariant } from './time-sign-in.ts'

interface SrpClient {
  readonly A: string
}

interface SrpModule {
  readonly startSrp: () => SrpClient
}

interface PasswordClaimModule {
  readonly passwordClaim: (input: {
    srp: SrpClient
    challenge: SrpChallenge
    poolName: string
    userIdForSrp: string
    password: string
    now: Date
  }) => Claim
}

// The arithmetic has no public entry: whoever signs in calls `signIn`, which needs a Cognito to
// call. To time nothing but the arithmetic, the built files are imported by their path.
const builtFile = (path: string) => new URL(path, import.meta.resolve('@x/cognito-core')).href

const { startSrp } = (await import(builtFile('./crypto/srp.js'))) as SrpModule
const { passwordClaim } = (await import(
  builtFile('./crypto/password-claim.js')
)) as PasswordClaimModule

export const ours: SrpVariant = {
  name: '@x/cognito-core',
  signIn: async ({ account, challengeFor, timed }) => {
    const srp = await timed('start', startSrp)
    const challenge = await challengeFor(srp.A)
    return timed('finish', () => passwordClaim({ srp, challenge, ...account, now: new Date() }))
  },
}
