/** Of a date as the SDK reads it. */
export const unixSeconds = (date: Date | undefined): number | undefined =>
  date && Math.floor(date.getTime() / 1000)
