/**
 * A refusal, as the service words it (RFC 9457). `status` 0: no answer came at all.
 *
 * @typedef {object} Problem
 * @property {number} status
 * @property {string} code
 * @property {string} detail
 * @property {number} [retryAfter] seconds
 * @property {{ path: string, message: string }[]} [errors] `path` is a JSON pointer
 * @property {boolean} [retriable] of an answer to a challenge: whether another one may do
 * @property {number} [expiresAt] until when, in Unix seconds
 * @property {number} [maxAge] how fresh the sign-in has to be, in seconds
 *
 * @typedef {{ ok: true, status: number, body: unknown } | { ok: false, problem: Problem }} Answer
 *
 * @typedef {{ status?: string, challenge?: unknown, device?: { key: string, needsConsent: boolean }, returnTo?: string } | undefined} UntrustedSignInAnswer
 * of a newer service: anything
 *
 * @typedef {{ method: string, path: string, durationMs: number, answer: Answer }} Exchange
 */

const usualPatienceMs = 20_000

/** Hears of every exchange with the service. */
export const exchanges = new EventTarget()

/**
 * @typedef {object} RequestOptions
 * @property {AbortSignal} signal of the turn that asks
 * @property {unknown} [body]
 * @property {number} [patienceMs] how long the page waits for the answer
 */

/**
 * Never throws: what went wrong is an answer too. Who has gone on to another turn hears nothing
 * more: then this never resolves.
 *
 * @param {string} method
 * @param {string} path
 * @param {RequestOptions} options
 * @returns {Promise<Answer>}
 */
export const request = async (method, path, options) => {
  const startedAt = performance.now()
  const answer = await exchange(method, path, options)
  const durationMs = performance.now() - startedAt
  /** @type {Exchange} */
  const detail = { method, path, durationMs, answer }
  exchanges.dispatchEvent(new CustomEvent('exchange', { detail }))
  return options.signal.aborted ? new Promise(() => {}) : answer
}

/**
 * @param {string} method
 * @param {string} path
 * @param {RequestOptions} options
 * @returns {Promise<Answer>}
 */
const exchange = async (method, path, { signal, body, patienceMs = usualPatienceMs }) => {
  try {
    const response = await fetch(path, {
      method,
      signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
    return answerIn(response, await response.text())
  } catch {
    const code = signal.aborted ? 'DROPPED' : 'UNREACHABLE'
    return { ok: false, problem: { status: 0, code, detail: '' } }
  }
}

/**
 * A proxy between us and the service may answer with anything.
 *
 * @param {Response} response
 * @param {string} text its body
 * @returns {Answer}
 */
const answerIn = ({ ok, status, headers }, text) => {
  const body = parsed(text)
  if (ok && body !== unreadable) return { ok, status, body }
  const seconds = Number(headers.get('retry-after'))
  const retryAfter = seconds > 0 && { retryAfter: seconds }
  return { ok: false, problem: { ...unreadable, ...body, ...retryAfter, status } }
}

const unreadable = { code: 'UNREADABLE', detail: 'The service gave no readable answer.' }

/** @param {string} text */
const parsed = (text) => {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return unreadable
  }
}
