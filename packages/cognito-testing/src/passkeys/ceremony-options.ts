import { type JsonRecord, jsonRecord } from './json-record.ts'

/** What an authenticator goes by of PublicKeyCredentialCreationOptionsJSON. */
export interface CreationOptions {
  challenge: string
  relyingPartyId: string | undefined
  userHandle: string
  algorithms: readonly unknown[]
  excluded: readonly unknown[]
}

/** What an authenticator goes by of PublicKeyCredentialRequestOptionsJSON. */
export interface RequestOptions {
  challenge: string
  relyingPartyId: string | undefined
  /** Empty where any passkey will do. */
  allowed: readonly unknown[]
}

const textOf = (record: JsonRecord, name: string, path = name): string => {
  const value = record[name]
  if (typeof value === 'string' && value !== '') return value
  throw new TypeError(`@x/cognito-testing: ${path} must be a non-empty string`)
}

const optionalTextOf = (record: JsonRecord, name: string): string | undefined =>
  record[name] === undefined ? undefined : textOf(record, name)

const listOf = (record: JsonRecord, name: string, member: string): readonly unknown[] => {
  const value = record[name] ?? []
  if (Array.isArray(value)) return value.map((entry) => jsonRecord(entry)[member])
  throw new TypeError(`@x/cognito-testing: ${name} must be a list`)
}

/** @throws {TypeError} naming what is wrong with them */
export const readCreationOptions = (options: unknown): CreationOptions => {
  const record = jsonRecord(options)
  return {
    challenge: textOf(record, 'challenge'),
    relyingPartyId: optionalTextOf(jsonRecord(record['rp']), 'id'),
    userHandle: textOf(jsonRecord(record['user']), 'id', 'user.id'),
    algorithms: listOf(record, 'pubKeyCredParams', 'alg'),
    excluded: listOf(record, 'excludeCredentials', 'id'),
  }
}

/** @throws {TypeError} naming what is wrong with them */
export const readRequestOptions = (options: unknown): RequestOptions => {
  const record = jsonRecord(options)
  return {
    challenge: textOf(record, 'challenge'),
    relyingPartyId: optionalTextOf(record, 'rpId'),
    allowed: listOf(record, 'allowCredentials', 'id'),
  }
}
