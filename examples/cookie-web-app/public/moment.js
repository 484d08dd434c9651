import { element } from './element.js'

const format = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' })

/** A date and time of day, here. @param {number} seconds since 1970 */
export const moment = (seconds) => {
  const date = new Date(seconds * 1000)
  return element('time', { datetime: date.toISOString() }, format.format(date))
}
