import type { AttributeType, CustomAttributeTypes } from './attribute-types.ts'

/** The options that say what attributes there are. */
export interface AttributeOptions {
  customAttributes?: CustomAttributeTypes
}

interface ValueRead {
  string: string
  number: number
  boolean: boolean
  date: Date
}

interface ValueWritten extends Omit<ValueRead, 'date'> {
  /** A text is ISO 8601. */
  date: Date | string
}

export type AttributeValue = string | number | boolean | Date

/** Of OpenID Connect, as Cognito spells them, and writable where the app client may. */
type WritableStandardAttributes = {
  readonly address?: string
  /** `YYYY-MM-DD` by convention: Cognito wants ten characters. */
  readonly birthdate?: string
  readonly email?: string
  readonly family_name?: string
  readonly gender?: string
  readonly given_name?: string
  readonly locale?: string
  readonly middle_name?: string
  readonly name?: string
  readonly nickname?: string
  /** `+` and digits, as in `+441234567890`. */
  readonly phone_number?: string
  readonly picture?: string
  readonly preferred_username?: string
  readonly profile?: string
  /** Unix seconds. */
  readonly updated_at?: number
  readonly website?: string
  readonly zoneinfo?: string
}

type StandardAttributes = WritableStandardAttributes & {
  readonly sub?: string
  readonly email_verified?: boolean
  readonly phone_number_verified?: boolean
  /** JSON, of a user who signed in through another provider. */
  readonly identities?: string
}

/**
 * What the options say of custom attributes: names and types; any names, where they are options of any
 * pool; and `unknown` where they name none. Of any pool a value may be of every type, so that each other
 * pool can stand for it.
 */
type TypesIn<Options> = Options extends { customAttributes?: infer Types } ? Types : unknown

type CustomAttributesRead<Types> = unknown extends Types
  ? { readonly [name: `custom:${string}`]: string | undefined } & OthersRead
  : string extends keyof Types
    ? OthersRead
    : {
        readonly [Name in keyof Types & string as `custom:${Name}`]?: ValueRead[Types[Name] &
          AttributeType]
      }

type OthersRead = { readonly [name: string]: AttributeValue | undefined }

type CustomAttributesWritten<Types> = unknown extends Types
  ? { readonly [name: `custom:${string}`]: AttributeValue }
  : {
      readonly [Name in keyof Types & string as `custom:${Name}`]?: ValueWritten[Types[Name] &
        AttributeType]
    }

/**
 * What is known of a user, by Cognito's names. `email_verified` and `phone_number_verified` are booleans,
 * `updated_at` is in Unix seconds, custom attributes are as the options say, every other value is a text.
 */
export type UserAttributes<Options extends AttributeOptions = AttributeOptions> =
  StandardAttributes & CustomAttributesRead<TypesIn<Options>>

/** What users may be given: not what Cognito alone decides, such as `sub` and `email_verified`. */
export type WritableAttributes<Options extends AttributeOptions = AttributeOptions> =
  WritableStandardAttributes & CustomAttributesWritten<TypesIn<Options>>

/** What becomes of attributes: a new value, or `null` to take one away. */
export type AttributeChanges<Options extends AttributeOptions = AttributeOptions> = {
  readonly [Name in keyof WritableAttributes<Options>]: WritableAttributes<Options>[Name] | null
}

/** What whoever runs the pool alone decides. */
interface Verified {
  readonly email_verified?: boolean
  readonly phone_number_verified?: boolean
}

/** What whoever runs the pool gives users. */
export type AdminWritableAttributes<Options extends AttributeOptions = AttributeOptions> =
  WritableAttributes<Options> & Verified

/** The same for users there are: a new value, or `null` to take one away. */
export type AdminAttributeChanges<Options extends AttributeOptions = AttributeOptions> =
  AttributeChanges<Options> & Verified
