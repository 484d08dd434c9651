/** @import { Problem } from './request.js' */

/**
 * What to tell, and where: beside the field named, else below the form.
 *
 * @typedef {{ text: string, field?: string }} Explanation
 */

/** One row per refusal that has its own place on the page; any other is told in the service's words. */
/** @type {Readonly<Record<string, { field?: string, text?: string }>>} */
const known = {
  COGNITO_INVALID_CREDENTIALS: { field: 'password', text: 'Wrong user name or password.' },
  COGNITO_CODE_MISMATCH: { field: 'code', text: 'That code is not right.' },
  COGNITO_CODE_EXPIRED: {
    field: 'code',
    text: 'That code was used or is too old.',
  },
  COGNITO_INVALID_PASSWORD: { field: 'newPassword' },
  COGNITO_SESSION_EXPIRED: {
    text: 'That attempt took too long and is over. Sign in again.',
  },
}

/**
 * @param {Problem} problem
 * @returns {Explanation}
 */
export const explainProblem = (problem) => {
  const row = known[problem.code]
  if (row) return { ...row, text: row.text ?? problem.detail }
  if (problem.status === 0) {
    return { text: 'The service cannot be reached. Check the connection and try again.' }
  }
  const wait = waits[problem.status]
  if (wait) return { text: `${wait} ${whenToRetry(problem.retryAfter)}` }
  const [broken] = problem.errors ?? []
  if (broken) {
    return { text: broken.message, field: broken.path.slice(broken.path.lastIndexOf('/') + 1) }
  }
  return { text: problem.detail }
}

/** By status. @type {Readonly<Record<number, string>>} */
const waits = {
  429: 'That was too often.',
  503: 'The service is not available right now. Nothing is lost.',
}

/** @param {number | undefined} seconds */
const whenToRetry = (seconds) => {
  if (seconds === undefined) return 'Try again in a while.'
  const [amount, unit] =
    seconds < 120 ? [Math.ceil(seconds), 'second'] : [Math.ceil(seconds / 60), 'minute']
  const wait = new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' })
  const clock = new Intl.DateTimeFormat('en', { timeStyle: 'medium', hourCycle: 'h23' })
  return `Try again in ${wait.format(amount)}, at ${clock.format(Date.now() + seconds * 1000)}.`
}
