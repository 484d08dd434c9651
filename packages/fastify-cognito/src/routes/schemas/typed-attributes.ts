import { email } from './email.ts'
import { phoneNumber } from './phone-number.ts'

type Kind = 'string' | 'number' | 'boolean' | 'date'

interface Shape {
  type: string
  [keyword: string]: unknown
}

const shapes: Readonly<Record<Kind, Shape>> = {
  // Tabs and line ends are the only control characters of an address or the like.
  string: { type: 'string', maxLength: 2048, pattern: '^[\\t\\n\\r\\P{Cc}]*$' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date-time' },
}

/** Attributes of their own form; every other one of the standard is text. */
const ownShapes: Readonly<Record<string, Shape>> = {
  email,
  phone_number: phoneNumber,
  updated_at: shapes.number,
}

const readOnlyNames = ['sub', 'email_verified', 'phone_number_verified', 'identities']
const readOnly = { not: {}, readOnly: true }

/**
 * A schema of attributes to write, in which each name takes values of its own type only, and what
 * Cognito alone writes takes none.
 */
export const typedAttributes = <
  Schema extends { additionalProperties: { type: readonly string[] } },
>(
  schema: Schema,
  customAttributes: Readonly<Record<string, Kind>> = {},
): Schema => {
  const isNullable = schema.additionalProperties.type.includes('null')
  const orNull = (shape: Shape) => (isNullable ? { ...shape, type: [shape.type, 'null'] } : shape)
  const own = [
    ...Object.entries(ownShapes),
    ...Object.entries(customAttributes).map(
      ([name, kind]) => [`custom:${name}`, shapes[kind]] as const,
    ),
  ]
  return {
    ...schema,
    properties: {
      ...Object.fromEntries(readOnlyNames.map((name) => [name, readOnly])),
      ...Object.fromEntries(own.map(([name, shape]) => [name, orNull(shape)])),
    },
    additionalProperties: orNull(shapes.string),
  }
}
