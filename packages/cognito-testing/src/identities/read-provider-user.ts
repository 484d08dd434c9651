import { invalidParameter } from '../aws-error.ts'

/** ProviderUserIdentifierType */
export interface ProviderUser {
  provider: string
  value: string
}

/** @throws {AwsError} where it does not say whom, at which provider */
export const readProviderUser = (
  member: string,
  untrusted: Readonly<Record<string, unknown>>,
): ProviderUser => {
  const text = (name: string): string => {
    const value = untrusted[name]
    if (typeof value === 'string' && value !== '') return value
    throw invalidParameter(`Missing required parameter ${member}.${name}`)
  }
  return { provider: text('ProviderName'), value: text('ProviderAttributeValue') }
}
