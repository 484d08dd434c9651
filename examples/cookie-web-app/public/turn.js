let current = new AbortController()

/**
 * Begins the next step of the page, and ends whatever the last one still waits for.
 *
 * @returns {AbortSignal} aborted at the turn after this
 */
export const nextTurn = () => {
  current.abort()
  current = new AbortController()
  return current.signal
}
