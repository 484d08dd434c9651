import { setTimeout } from 'node:timers/promises'

/** @throws Error where it takes longer; what comes of it then is nobody's concern. */
export const inTime = async <Result>(work: Promise<Result>, timeoutMs: number): Promise<Result> => {
  const done = new AbortController()
  const late = setTimeout(timeoutMs, undefined, { signal: done.signal }).then(() => {
    throw new Error(`no answer within ${timeoutMs} ms`)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    done.abort()
  }
}
