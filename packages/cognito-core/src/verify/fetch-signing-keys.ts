import { type SigningKeys, signingKeysOf } from './signing-keys.ts'

/**
 * Downloads a key set, over http or https. A connection that breaks is tried once more, within the same time.
 *
 * @throws Error that names the URL and what is wrong there.
 */
export const fetchSigningKeys = async (input: {
  url: string
  timeoutMs: number
}): Promise<SigningKeys> => {
  const signal = AbortSignal.timeout(input.timeoutMs)
  const get = () => fetch(input.url, { signal, redirect: 'error' })
  try {
    const response = await get().catch((error: unknown) => {
      if (signal.aborted) throw error
      return get()
    })
    if (response.ok) return signingKeysOf(await response.json())
    await response.body?.cancel()
    throw new Error(`status ${response.status}`)
  } catch (cause) {
    const reason = signal.aborted ? `no answer within ${input.timeoutMs} ms` : reasonOf(cause)
    throw new Error(`No keys from ${input.url}: ${reason}`, { cause })
  }
}

/** What `fetch` hides: its own message is "fetch failed", whatever happened. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}, ${reasonOf(error.cause)}` : error.message
}
