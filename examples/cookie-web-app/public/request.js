/**
 * A refusal, as the service words it (RFC 9457). `status` 0: no answer came at all.
 *
 * @typedef {object} Problem
 * @property {number} status
 * @property {string} code
 * @property {string} detail
 * @property {number} [retryAfter] seconds
 * @property {{ path: string, message: string }[]} [errors] `path` is a JSON pointer
 *
 * @typedef {{ ok: true, status: number, body: any } | { ok: false, problem: Problem }} Answer
 *
 * @typedef {{ method: string, path: string, durationMs: number, answer: Answer }} Exchange
 */

const patienceMs = 20_000

/** Hears of every exchange with the service. */
export const exchanges = new EventTarget()

/**
 * Never throws: what went wrong is an answer too.
 *
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 * @returns {Promise<Answer>}
 */
export const request = async (method, path, body) => {
  const startedAt = performance.now()
  const answer = await exchange(method, path, body)
  const durationMs = performance.now() - startedAt
  /** @type {Exchange} */
  const detail = { method, path, durationMs, answer }
  exchanges.dispatchEvent(new CustomEvent('exchange', { detail }))
  return answer
}

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} body
 * @returns {Promise<Answer>}
 */
const exchange = async (method, path, body) => {
  try {
    const response = await fetch(path, {
      method,
      signal: AbortSignal.timeout(patienceMs),
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
    const { status } = response
    const text = await response.text()
    if (response.ok) return { ok: true, status, body: text === '' ? undefined : JSON.parse(text) }
    const seconds = Number(response.headers.get('retry-after'))
    const retryAfter = seconds > 0 && { retryAfter: seconds }
    return { ok: false, problem: { ...problemIn(text), ...retryAfter, status } }
  } catch {
    return { ok: false, problem: { status: 0, code: 'UNREACHABLE', detail: '' } }
  }
}

/**
 * A proxy between us and the service may answer with anything.
 *
 * @param {string} text
 */
const problemIn = (text) => {
  const unreadable = { code: 'UNREADABLE', detail: 'The service gave no readable answer.' }
  try {
    return { ...unreadable, ...JSON.parse(text) }
  } catch {
    return unreadable
  }
}
