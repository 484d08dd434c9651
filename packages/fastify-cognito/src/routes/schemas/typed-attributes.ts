import { email } from './email.ts'
import { phoneNumber } from './phone-number.ts'
import { textAttributes } from './text-attributes.ts'

type Kind = 'string' | 'number' | 'boolean' | 'date'

interface Shape {
  type: string | readonly string[]
  [keyword: string]: unknown
}

// Tabs and line ends are the only control characters of an address or the like.
const text = { minLength: 1, maxLength: 2048, pattern: '^[\\t\\n\\r\\P{Cc}]*$' }

const shapes: Readonly<Record<Kind, Shape>> = {
  string: { type: 'string', ...text },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date-time' },
}

/** A custom attribute that the options do not name: whatever it is, Cognito keeps a text. */
const undeclared: Shape = { type: ['string', 'number', 'boolean'], ...text }

/** Attributes of the standard. */
const ownShapes: Readonly<Record<string, Shape>> = {
  ...Object.fromEntries(textAttributes.map((name) => [name, shapes.string])),
  email,
  phone_number: phoneNumber,
  updated_at: shapes.number,
}

const readOnlyNames = ['sub', 'email_verified', 'phone_number_verified', 'identities']
const readOnly = { not: {}, readOnly: true }

interface BodyWithAttributes {
  properties: { attributes: { additionalProperties: { type: readonly string[] } } }
}

/**
 * The schema of a body, in which each attribute takes values of its own type only, and what Cognito
 * alone writes takes none.
 */
export const withTypedAttributes = <Body extends BodyWithAttributes>(
  body: Body,
  customAttributes: Readonly<Record<string, Kind>> = {},
  /** What operators may vouch for. */
  vouchedFor: readonly string[] = [],
): Body => {
  const { attributes } = body.properties
  const isNullable = attributes.additionalProperties.type.includes('null')
  const orNull = (shape: Shape): Shape =>
    isNullable ? { ...shape, type: [shape.type, 'null'].flat() } : shape
  const declared = Object.entries(customAttributes).map(
    ([name, kind]) => [`custom:${name}`, shapes[kind]] as const,
  )
  const own = [...Object.entries(ownShapes), ...declared]
  const typed = {
    ...attributes,
    properties: {
      ...Object.fromEntries(readOnlyNames.map((name) => [name, readOnly])),
      ...Object.fromEntries(vouchedFor.map((name) => [name, shapes.boolean])),
      ...Object.fromEntries(own.map(([name, shape]) => [name, orNull(shape)])),
    },
    patternProperties: { '^custom:': orNull(undeclared) },
    additionalProperties: orNull(shapes.string),
  }
  return { ...body, properties: { ...body.properties, attributes: typed } }
}
