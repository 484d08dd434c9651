import { invalidParameter } from '../aws-error.ts'
import type { User } from '../user-store.ts'

export interface UserFilter {
  /** Of a user, what the filter looks at; undefined where there is none. */
  textOf(user: User): string | undefined
  isMet(user: User): boolean
}

interface Searchable {
  textOf(user: User): string | undefined
  isCaseSensitive: boolean
}

const attribute = (name: string): Searchable => ({
  textOf: ({ attributes }) => attributes[name],
  isCaseSensitive: false,
})

/** All that there is to search by. Source: Filter of ListUsers in the Amazon Cognito API reference. */
const searchables: Readonly<Record<string, Searchable>> = {
  username: { textOf: ({ username }) => username, isCaseSensitive: true },
  sub: { textOf: ({ sub }) => sub, isCaseSensitive: true },
  email: attribute('email'),
  phone_number: attribute('phone_number'),
  name: attribute('name'),
  given_name: attribute('given_name'),
  family_name: attribute('family_name'),
  preferred_username: attribute('preferred_username'),
  'cognito:user_status': { textOf: ({ status }) => status, isCaseSensitive: false },
  status: {
    textOf: ({ enabled }) => (enabled ? 'Enabled' : 'Disabled'),
    isCaseSensitive: true,
  },
}

/** `name = "value"` or `name ^= "value"`; in the value a quotation mark is `\"`. */
const form = /^\s*"?(?<name>[^\s"=^]+)"?\s*(?<operator>\^?=)\s*"(?<value>(?:[^"\\]|\\.)*)"\s*$/su

/** Undefined for an empty filter, which everybody meets. @throws {AwsError} */
export const readFilter = (untrustedFilter: string): UserFilter | undefined => {
  if (untrustedFilter.trim() === '') return undefined
  const { name, operator, value } = form.exec(untrustedFilter)?.groups ?? {}
  if (name === undefined || value === undefined) {
    throw invalidParameter('Error while parsing filter')
  }
  const searchable = Object.hasOwn(searchables, name) ? searchables[name] : undefined
  if (!searchable) throw invalidParameter(`Invalid search attribute: ${name}`)
  const { textOf, isCaseSensitive } = searchable
  const fold = (text: string): string => (isCaseSensitive ? text : text.toLowerCase())
  const wanted = fold(value.replace(/\\(.)/gsu, '$1'))
  return {
    textOf,
    isMet: (user) => {
      const found = textOf(user)
      if (found === undefined) return false
      return operator === '=' ? fold(found) === wanted : fold(found).startsWith(wanted)
    },
  }
}
