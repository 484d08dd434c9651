/** @import { Problem } from './request.js' */

/**
 * What to tell, and where: beside the field named, else below the form.
 * `startOver`: the attempt is lost, so the user goes back to signing in.
 *
 * @typedef {{ text: string, field?: string, startOver?: true }} Explanation
 */

/** One row per refusal that has its own place on the page; any other is told in the service's words. */
/** @type {Readonly<Record<string, { field?: string, text?: string, startOver?: true }>>} */
const known = {
  COGNITO_INVALID_CREDENTIALS: { field: 'password' },
  COGNITO_CODE_MISMATCH: { field: 'code', text: 'That code is not right. Check it and try again.' },
  COGNITO_CODE_EXPIRED: {
    field: 'code',
    text: 'That code is too old or was used already. Enter a fresh one.',
  },
  COGNITO_INVALID_PASSWORD: { field: 'newPassword' },
  COGNITO_SESSION_EXPIRED: {
    startOver: true,
    text: 'That attempt took too long and has expired. Sign in again; your user name is still here.',
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
  if (problem.status === 429 || problem.status === 503) {
    return { text: `${problem.detail} ${whenToRetry(problem.retryAfter)}`.trim() }
  }
  const [broken] = problem.errors ?? []
  if (broken) {
    return { text: broken.message, field: broken.path.split(/[./]/).at(-1) ?? '' }
  }
  return { text: problem.detail }
}

/** @param {number | undefined} seconds */
const whenToRetry = (seconds) => {
  if (seconds === undefined) return ''
  const [amount, unit] =
    seconds < 120 ? [Math.ceil(seconds), 'second'] : [Math.ceil(seconds / 60), 'minute']
  const wait = new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' })
  const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' })
  return `Next try in ${wait.format(amount)}, at ${clock.format(Date.now() + seconds * 1000)}.`
}
