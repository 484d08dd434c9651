import { type DeviceVerifier, deviceVerifier } from './device-verifier.ts'
import { type EphemeralKeys, ephemeralKeys } from './ephemeral-keys.ts'
import { type PasswordClaim, type PasswordClaimInput, passwordClaim } from './password-claim.ts'
import { srpWith } from './srp.ts'

/** What SRP takes of a processor, a millisecond or a few each. Nothing of one is kept for the next. */
export interface SrpJobs {
  ephemeralKeys: [object, EphemeralKeys]
  passwordClaim: [Omit<PasswordClaimInput, 'srp'> & { keys: EphemeralKeys }, PasswordClaim]
  deviceVerifier: [{ key: string; groupKey: string }, DeviceVerifier]
}

export type SrpJob = keyof SrpJobs

const jobs: { readonly [Job in SrpJob]: (input: SrpJobs[Job][0]) => SrpJobs[Job][1] } = {
  ephemeralKeys: () => ephemeralKeys(),
  passwordClaim: ({ keys, ...input }) => passwordClaim({ srp: srpWith(keys), ...input }),
  deviceVerifier: ({ key, groupKey }) => deviceVerifier({ key, groupKey }),
}

export const doSrpJob = <Job extends SrpJob>(job: Job, input: SrpJobs[Job][0]): SrpJobs[Job][1] =>
  jobs[job](input)

/** Has a job done somewhere. Rejects with what the job throws. */
export type Srp = <Job extends SrpJob>(job: Job, input: SrpJobs[Job][0]) => Promise<SrpJobs[Job][1]>

export const srpHere: Srp = async (job, input) => doSrpJob(job, input)
