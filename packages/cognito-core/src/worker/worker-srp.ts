import { Worker } from 'node:worker_threads'
import { type Srp, srpHere } from '../crypto/srp-jobs.ts'
import type { Warn } from '../warnings.ts'
import { askThrough, type SrpServer } from './srp-port.ts'

/** One for the process: to prove a password takes it a few milliseconds. */
let running: SrpServer | undefined
/** Why there is none. */
let failure: string | undefined
/** One that ends at once may have been short of memory: there is another try, and no more. */
let triesLeft = 2

/**
 * SRP on a worker thread, which is started when first needed, and again where it died. Where none can be
 * started, as in a bundle without the file, this thread does it, and a warning says so.
 */
export const workerSrp = (warn: Warn): Srp => {
  let hasWarned = false
  return async (job, input) => {
    if (triesLeft > 0) running ??= start()
    if (running) return running.srp(job, input)
    if (!hasWarned) {
      hasWarned = true
      const reason = failure ?? ''
      warn({
        code: 'COGNITO_SRP_WORKER_FAILED',
        message: `The worker thread that SRP was to be done on could not be started: ${reason}. It is done on the main thread.`,
        params: { reason },
      })
    }
    return srpHere(job, input)
  }
}

const start = (): SrpServer | undefined => {
  try {
    // A bundler finds the file by this very expression. The flags of the process, such as its loaders, are not for it.
    const worker = new Worker(new URL('./srp-worker.js', import.meta.url), {
      name: 'cognito-srp',
      execArgv: [],
    })
    const server = askThrough(worker)
    let reason = 'it ended at once'
    worker.on('error', (error) => {
      reason = reasonOf(error)
    })
    worker.once('exit', () => {
      if (!server.hasAnswered()) failed(reason)
      if (running === server) running = undefined
      server.lost()
    })
    return server
  } catch (error) {
    failed(reasonOf(error))
    return undefined
  }
}

const failed = (reason: string): void => {
  failure = reason
  triesLeft -= 1
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)
