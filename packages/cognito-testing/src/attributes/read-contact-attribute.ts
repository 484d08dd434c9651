import { invalidParameter } from '../aws-error.ts'
import type { ContactAttribute } from '../options.ts'
import { isContactAttribute } from './contact-attribute.ts'

/** @throws {AwsError} for an attribute that no code can be sent to */
export const readContactAttribute = (untrustedName: string): ContactAttribute => {
  if (isContactAttribute(untrustedName)) return untrustedName
  throw invalidParameter('Invalid attribute name. Only phone_number and email can be verified.')
}
