import type { Claim, SrpChallenge } from './protocol.ts'
import type { SrpVariant } from './time-sign-in.ts'

interface WorkerModule {
  readonly workerSrp: (warn: (warning: { message: string }) => void) => {
    (job: 'ephemeralKeys', input: object): Promise<{ A: bigint }>
    (
      job: 'passwordClaim',
      input: {
        keys: { A: bigint }
        challenge: SrpChallenge
        poolName: string
        userIdForSrp: string
        password: string
        now: Date
      },
    ): Promise<Claim>
  }
}

// As in ours.ts, the built file is imported by its path.
const builtFile = new URL('./worker/worker-srp.js', import.meta.resolve('@x/cognito-core'))
const { workerSrp } = (await import(builtFile.href)) as WorkerModule

/** What happens on another thread instead would be measured as if it were the worker. */
const srp = workerSrp(({ message }) => {
  throw new Error(message)
})

export const oursOnAWorker: SrpVariant = {
  name: '@x/cognito-core, srp: { worker: true }',
  signIn: async ({ account, challengeFor, timed }) => {
    const keys = await timed('start', () => srp('ephemeralKeys', {}))
    const challenge = await challengeFor(keys.A.toString(16))
    return timed('finish', () =>
      srp('passwordClaim', { keys, challenge, ...account, now: new Date() }),
    )
  },
}
