const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const format = (date: Date): string =>
  [
    days[date.getUTCDay()],
    months[date.getUTCMonth()],
    date.getUTCDate(),
    date.toISOString().slice(11, 19),
    'UTC',
    date.getUTCFullYear(),
  ].join(' ')

/**
 * The Unix seconds of a time exactly as Cognito wants it, `EEE MMM d HH:mm:ss 'UTC' yyyy`: English
 * names, the right weekday, no zero before the day. Undefined for any other text.
 */
export const readSrpTimestamp = (untrusted: string): number | undefined => {
  const [, month = '', day, time, year] =
    /^\w{3} (\w{3}) (\d{1,2}) (\d\d:\d\d:\d\d) UTC (\d{4})$/.exec(untrusted) ?? []
  const monthNumber = String(months.indexOf(month) + 1).padStart(2, '0')
  const date = new Date(`${year}-${monthNumber}-${day?.padStart(2, '0')}T${time}Z`)
  const isExact = !Number.isNaN(date.getTime()) && format(date) === untrusted
  return isExact ? date.getTime() / 1000 : undefined
}
