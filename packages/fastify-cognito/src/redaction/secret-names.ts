/** Whatever stands under such a name is not logged. Upper and lower case, `-` and `_` make no difference. */
export const hidden: readonly string[] = [
  'authorization',
  'cookie',
  'cookies',
  'set-cookie',
  'rawHeaders',
  'password',
  'newPassword',
  'currentPassword',
  'temporaryPassword',
  'previousPassword',
  'proposedPassword',
  'secretCode',
  'userCode',
  'accessToken',
  'idToken',
  'refreshToken',
  'challengeToken',
  'signUpToken',
  'deviceToken',
  'clientSecret',
  'secretHash',
]

/** Names that others give to other things as well: texts only. */
export const hiddenTexts: readonly string[] = ['secret', 'session', 'answer', 'qr']

const plainNames = new Map<string, string>()
const mostNames = 1000

/** By which names are compared. */
export const plainName = (name: string): string => {
  const known = plainNames.get(name)
  if (known !== undefined) return known
  const plain = name.replaceAll(/[-_]/g, '').toLowerCase()
  // The same few come with every request.
  if (plainNames.size < mostNames) plainNames.set(name, plain)
  return plain
}

export type IsSecret = (name: string, value: unknown, holder: object) => boolean

const names = new Set(hidden.map(plainName))
const texts = new Set(hiddenTexts.map(plainName))

/** @param more are plain names of headers that carry tokens. */
export const secretNames =
  (more: ReadonlySet<string>): IsSecret =>
  (name, value, holder) => {
    const key = plainName(name)
    if (names.has(key) || more.has(key)) return true
    if (typeof value !== 'string') return false
    return texts.has(key) || (key === 'code' && isTyped(value) && !('stack' in holder))
  }

/** What Cognito has people type; `code` is also what refusals and errors are known by. */
const isTyped = (code: string): boolean => /^\d{4,10}$/.test(code)
