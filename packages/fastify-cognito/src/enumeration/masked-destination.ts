/**
 * An e-mail address or phone number as Cognito masks it: `a***@e***`, `+*******1234`. Anything else is
 * masked as a whole.
 */
export const maskedDestination = (typed: string): string => {
  const [, local, domain] = /^(.)[^@]*@(.)[^@]*$/su.exec(typed) ?? []
  if (local && domain) return `${local}***@${domain}***`
  const [, lastDigits] = /^\+\d*?(\d{1,4})$/.exec(typed) ?? []
  return lastDigits ? `+*******${lastDigits}` : '***'
}
