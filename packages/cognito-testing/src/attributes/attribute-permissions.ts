import type { Attributes } from './attribute-problem.ts'
import { isProfileAttribute } from './schema.ts'

/** The attributes an app client was given; undefined where it was given none in particular. */
interface Permitted {
  readAttributes?: readonly string[]
  writeAttributes?: readonly string[]
}

/**
 * Without a list, every standard attribute and no custom one.
 * Source: WriteAttributes of CreateUserPoolClient in the Amazon Cognito API reference.
 */
export const mayWrite = ({ writeAttributes }: Permitted, name: string): boolean =>
  writeAttributes?.includes(name) ?? isProfileAttribute(name)

/** What the client is shown of a user, beside `sub`. */
export const readableAttributes = (
  { readAttributes }: Permitted,
  attributes: Attributes,
): Attributes =>
  readAttributes === undefined
    ? attributes
    : Object.fromEntries(
        Object.entries(attributes).filter(([name]) => readAttributes.includes(name)),
      )
