import { looksLikeEmail, looksLikePhoneNumber } from '../attributes/formats.ts'
import type { ContactAttribute } from '../options.ts'
import type { Pool } from '../pool.ts'
import { type CodeDeliveryDetails, describeDelivery } from './code-delivery.ts'
import { type CodePurpose, codeLifetime } from './send-code.ts'
import { simulateContact } from './simulate-contact.ts'

const attributeFor = (
  { settings }: Pool,
  purpose: CodePurpose,
  untrustedName: string,
): ContactAttribute => {
  if (looksLikeEmail(untrustedName)) return 'email'
  if (looksLikePhoneNumber(untrustedName)) return 'phone_number'
  const used = purpose === 'sign-up' ? settings.autoVerifiedAttributes : settings.accountRecovery
  return used.includes('phone_number') ? 'phone_number' : 'email'
}

/**
 * What is said of a code that is sent to nobody: whoever asked for one in the name of somebody who
 * does not exist, or cannot be reached, is told the same as others, and no code they try is right.
 * Source: "Managing user existence error responses" of the Amazon Cognito developer guide.
 */
export const simulateCode = (
  pool: Pool,
  input: { subject: string; untrustedName: string; purpose: CodePurpose },
): CodeDeliveryDetails => {
  const { subject, untrustedName, purpose } = input
  const attribute = attributeFor(pool, purpose, untrustedName)
  pool.codes.issue({ subject, purpose }, { digits: 6, attribute, lifetime: codeLifetime[purpose] })
  return describeDelivery(attribute, simulateContact(pool.simulationKey, attribute, untrustedName))
}
