/** The database does not answer. Nothing is lost, and nobody is signed out. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable'
  readonly code = 'DATABASE_UNAVAILABLE'
  readonly statusCode = 503
  readonly headers = { 'retry-after': '5' } as const

  constructor(cause: unknown) {
    super('The database cannot be reached. You are still signed in; try again in a moment.', {
      cause,
    })
  }
}

/**
 * What a query has thrown, without the query: it holds what is known of a user.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html classes 08, 53 and 57
 */
export const asDatabaseError = (thrown: unknown): Error => {
  const { cause = thrown } = Object(thrown) as { cause?: unknown }
  const { code } = Object(cause) as { code?: unknown }
  // No SQLSTATE begins with E, as what Node calls errors of sockets does: EPIPE.
  const isSaidByServer = typeof code === 'string' && /^(?!E)[\dA-Z]{5}$/.test(code)
  if (!isSaidByServer || /^(08|53|57)/.test(code)) return new DatabaseUnavailable(cause)
  return new Error('The database has refused a query.', { cause })
}
