import { setImmediate, setTimeout } from 'node:timers/promises'

/** @throws Error where it takes longer; what comes of it then is nobody's concern. */
export const inTime = async <Result>(work: Promise<Result>, timeoutMs: number): Promise<Result> => {
  const done = new AbortController()
  const { signal } = done
  const late = setTimeout(timeoutMs, undefined, { signal })
    // Where it was this process that was busy for so long, the answer is there to be read.
    .then(() => setImmediate(undefined, { signal }))
    .then(() => {
      throw new Error(`no answer within ${timeoutMs} ms`)
    })
  try {
    return await Promise.race([work, late])
  } finally {
    done.abort()
  }
}
