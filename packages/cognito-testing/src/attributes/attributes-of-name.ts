import { invalidParameter } from '../aws-error.ts'
import type { Pool } from '../pool.ts'
import { type Attributes, describeSchemaProblems } from './attribute-problem.ts'
import { looksLikeEmail } from './formats.ts'

/** In a pool without user names, what was given as one is the address or number of the user. */
export const attributesOfName = ({ settings }: Pool, untrustedName: string): Attributes => {
  if (settings.usernameAttributes.length === 0) return {}
  return { [looksLikeEmail(untrustedName) ? 'email' : 'phone_number']: untrustedName }
}

/** @throws {AwsError} where an attribute that is given says something else than the user name */
export const checkIsUsername = (ofName: Attributes, untrustedAttributes: Attributes): void => {
  for (const [name, value] of Object.entries(ofName)) {
    const given = untrustedAttributes[name]
    const problem = 'The attribute must be what the username is'
    if (given && given !== value) {
      throw invalidParameter(describeSchemaProblems([{ name, problem }]))
    }
  }
}
