/** Whether AWS would recognize a part of what a handler gave back. */
export type Shape = (value: unknown) => boolean

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whatever a handler leaves as it was is null, or not there. */
export const optional =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined || value === null || shape(value)

const plainText: Shape = (value) => typeof value === 'string'

export const anything: Shape = () => true
export const text: Shape = optional(plainText)
export const flag: Shape = optional((value) => typeof value === 'boolean')
/** Without white space. */
export const word: Shape = (value) => typeof value === 'string' && /^\S+$/.test(value)
export const oneOf =
  (...known: readonly string[]): Shape =>
  (value) =>
    known.some((entry) => entry === value)

export const listOf = (shape: Shape): Shape =>
  optional((value) => Array.isArray(value) && value.every(shape))
export const texts: Shape = listOf(plainText)

export const mapOf = (shape: Shape): Shape =>
  optional((value) => isObject(value) && Object.values(value).every(shape))
export const mapOfText: Shape = mapOf(plainText)

/** An object with these members, each of which may be left out, and no others. */
export const structure = (members: Readonly<Record<string, Shape>>): Shape =>
  optional(
    (value) =>
      isObject(value) &&
      Object.entries(value).every(([name, entry]) => {
        const shape = Object.hasOwn(members, name) ? members[name] : undefined
        return shape?.(entry) ?? false
      }),
  )
