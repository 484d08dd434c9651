/** So many requests in so many seconds. */
export interface RateLimit {
  max: number
  /** In seconds. */
  timeWindow: number
}

/** What is limited together. */
export type RateLimitPreset =
  | 'signIn'
  | 'signUp'
  | 'code'
  | 'sendCode'
  | 'password'
  | 'factors'
  | 'session'

export type RateLimits = Readonly<Record<RateLimitPreset, RateLimit>>

const fiveMinutes = 300

/** A code has few digits, so of all guesses those at codes are the most worth limiting. */
export const defaultRateLimits: RateLimits = {
  signIn: { max: 10, timeWindow: fiveMinutes },
  signUp: { max: 10, timeWindow: fiveMinutes },
  code: { max: 5, timeWindow: fiveMinutes },
  sendCode: { max: 10, timeWindow: fiveMinutes },
  password: { max: 10, timeWindow: fiveMinutes },
  // Nothing to guess: for the quota of Cognito, which all users of the pool share.
  factors: { max: 20, timeWindow: fiveMinutes },
  session: { max: 60, timeWindow: fiveMinutes },
}
