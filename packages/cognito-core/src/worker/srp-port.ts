import type { MessagePort, Worker } from 'node:worker_threads'
import { doSrpJob, type Srp, type SrpJob, srpHere } from '../crypto/srp-jobs.ts'

interface Asked<Job extends SrpJob = SrpJob> {
  id: number
  job: Job
  input: Parameters<typeof doSrpJob<Job>>[1]
}

type Outcome = { output: unknown } | { error: unknown }

/** Does what it is asked for, in turn. */
export const serveSrp = (port: MessagePort): void => {
  port.on('message', ({ id, job, input }: Asked) => {
    port.postMessage({ id, ...outcomeOf(job, input) })
  })
}

const outcomeOf = (job: SrpJob, input: Asked['input']): Outcome => {
  try {
    return { output: doSrpJob(job, input) }
  } catch (error) {
    return { error }
  }
}

interface Underway {
  settle: (outcome: Outcome) => void
  doHere: () => void
}

/** Somebody who does it at the other end of a port. */
export interface SrpServer {
  srp: Srp
  hasAnswered: () => boolean
  /** It is gone: what it has not answered is done on this thread. */
  lost: () => void
}

/** Keeps the process alive only while it is being waited for. What it is given is kept no longer. */
export const askThrough = (port: MessagePort | Worker): SrpServer => {
  const underway = new Map<number, Underway>()
  let asked = 0
  let answered = 0
  port.on('message', ({ id, ...outcome }: Outcome & { id: number }) => {
    answered += 1
    underway.get(id)?.settle(outcome)
    underway.delete(id)
    if (underway.size === 0) port.unref()
  })
  port.unref()
  return {
    srp: (job, input) =>
      new Promise((resolve, reject) => {
        asked += 1
        port.postMessage({ id: asked, job, input })
        port.ref()
        underway.set(asked, {
          settle: (outcome) =>
            'error' in outcome ? reject(outcome.error) : resolve(outcome.output as never),
          doHere: () => void srpHere(job, input).then(resolve, reject),
        })
      }),
    hasAnswered: () => answered > 0,
    lost: () => {
      for (const { doHere } of underway.values()) doHere()
      underway.clear()
    },
  }
}
