/** As pino itself marks what it leaves out. */
export const mark = '[Redacted]'

/** A JWT begins with `{"`; one that is cut off is one too. The key of an authenticator app is in a URL. */
const somewhere = /eyJ[\w-]{12,}\.[\w.-]*|otpauth:\/\/\S+/gi
const atTheBeginning = /^eyJ[\w-]+\.[\w.-]*/

/** A text without what is known by how it looks, wherever in it: in a URL, or in what an error says. */
export const withoutSecrets = (text: string): string =>
  text.replace(atTheBeginning, mark).replaceAll(somewhere, mark)

/** The same of a value of its own, which may be the credentials of a header. */
export const shownText = (text: string): string =>
  /^(?:bearer|basic) \S/i.test(text) ? mark : withoutSecrets(text)
