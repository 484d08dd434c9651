/** What the values of an attribute are for people. For Cognito every value is a text. */
export type AttributeType = 'string' | 'number' | 'boolean' | 'date'

/** By name, without `custom:`. */
export type CustomAttributeTypes = Readonly<Record<string, AttributeType>>

/** How the values of one type are read from Cognito's texts and written as such. */
export interface AttributeCodec {
  /** `undefined` where the text is no value of this type. */
  read: (text: string) => string | number | boolean | Date | undefined
  /** `undefined` where this is no value of this type. */
  write: (value: unknown) => string | undefined
}

/** A date, or a time of a date; without an offset it is UTC, whatever this machine takes for local. */
const iso8601 = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/

const dateOf = (text: string): Date | undefined => {
  const [whole, offset] = iso8601.exec(text) ?? []
  if (whole === undefined) return undefined
  const date = new Date(text.includes('T') && offset === undefined ? `${text}Z` : text)
  return Number.isNaN(date.getTime()) ? undefined : date
}

const booleans: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
])

export const attributeTypes: Readonly<Record<AttributeType, AttributeCodec>> = {
  string: {
    read: (text) => text,
    write: (value) => (typeof value === 'string' ? value : undefined),
  },
  number: {
    read: (text) => {
      const number = text.trim() === '' ? Number.NaN : Number(text)
      return Number.isFinite(number) ? number : undefined
    },
    write: (value) => (Number.isFinite(value) ? String(value) : undefined),
  },
  boolean: {
    read: (text) => booleans.get(text.toLowerCase()),
    write: (value) => (typeof value === 'boolean' ? String(value) : undefined),
  },
  date: {
    read: dateOf,
    write: (value) => {
      const date = typeof value === 'string' ? dateOf(value) : value
      return date instanceof Date && !Number.isNaN(date.getTime()) ? date.toISOString() : undefined
    },
  },
}
