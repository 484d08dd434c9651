import { rowOf } from './row-of.js'

/** @import { Problem } from './request.js' */

/**
 * What to tell, and where.
 *
 * @typedef {object} Explanation
 * @property {string} text all of it in a sentence, for below the form
 * @property {readonly FieldError[]} errors for beside the fields they are about
 *
 * @typedef {object} FieldError
 * @property {readonly string[]} fields the first of these that the form has
 * @property {string} text a sentence, or the rest of one that the name of the field begins
 */

/**
 * One row per refusal that is told in words of the page, or in all of the service's beside a field,
 * or that is about a field which it may not name. Any other is told in the service's words.
 *
 * @type {Readonly<Record<string, { fields?: readonly string[], text?: string, isInFull?: boolean }>>}
 */
const known = {
  COGNITO_INVALID_CREDENTIALS: { fields: ['password'], text: 'Wrong user name or password.' },
  COGNITO_CODE_MISMATCH: { fields: ['code'], isInFull: true },
  COGNITO_CODE_EXPIRED: { fields: ['code'], text: 'That code was used or is too old.' },
  COGNITO_INVALID_PASSWORD: { fields: ['newPassword', 'password'] },
  COGNITO_WRONG_PASSWORD: {
    fields: ['currentPassword', 'password'],
    text: 'That is not your password.',
  },
  COGNITO_USERNAME_TAKEN: { fields: ['username', 'email'] },
  COGNITO_ALIAS_TAKEN: { fields: ['email', 'code'] },
  COGNITO_SESSION_EXPIRED: {
    text: 'That attempt took too long and is over. Sign in again.',
  },
}

/**
 * @param {Problem} problem
 * @returns {Explanation}
 */
export const explainProblem = (problem) => {
  const row = rowOf(known, problem.code)
  const text = row?.text ?? waitIn(problem) ?? problem.detail
  const named = problem.errors?.map(({ path, message }) => ({
    fields: [fieldIn(path)],
    text: row?.text ?? (row?.isInFull ? problem.detail : message),
  }))
  return { text, errors: named ?? (row?.fields ? [{ fields: row.fields, text }] : []) }
}

/** By JSON pointer: the last of its names is the field's. @param {string} path */
const fieldIn = (path) =>
  path
    .slice(path.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~')

/** By status. @type {Readonly<Record<number, string>>} */
const waits = {
  429: 'That was too often.',
  503: 'The service is not available right now. Nothing is lost.',
}

/** @param {Problem} problem */
const waitIn = ({ status, retryAfter }) => {
  if (status === 0) return 'The service cannot be reached. Check the connection and try again.'
  const wait = waits[status]
  return wait && `${wait} ${whenToRetry(retryAfter)}`
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
