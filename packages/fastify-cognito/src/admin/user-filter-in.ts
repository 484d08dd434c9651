import type { UserFilter } from '@x/cognito-core/admin'
import { invalidFields } from '../problems/invalid-input.ts'

export interface SearchQuery {
  by?: string
  equals?: string
  startsWith?: string
}

/** Those have no beginnings to search for. */
const whole: Readonly<Record<string, readonly string[]>> = {
  status: [
    'UNCONFIRMED',
    'CONFIRMED',
    'ARCHIVED',
    'COMPROMISED',
    'UNKNOWN',
    'RESET_REQUIRED',
    'FORCE_CHANGE_PASSWORD',
    'EXTERNAL_PROVIDER',
  ],
  enabled: ['true', 'false'],
}

/** What core searches for. @throws a refusal `INVALID_INPUT` that names the parameter */
export const userFilterIn = ({ by, equals, startsWith }: SearchQuery): UserFilter | undefined => {
  if (by === undefined) {
    const given = equals === undefined ? startsWith : equals
    if (given === undefined) return undefined
    throw wrong('by', 'is missing.')
  }
  const known = whole[by]
  if (known && startsWith !== undefined) {
    throw wrong('startsWith', `is not for ${by}; use equals.`)
  }
  if (equals === undefined && startsWith === undefined) {
    throw wrong('equals', known ? 'is missing.' : 'or startsWith is missing.')
  }
  if (equals !== undefined && startsWith !== undefined) {
    throw wrong('startsWith', 'and equals are not for one search; leave one out.')
  }
  if (known && !known.includes(equals ?? '')) {
    throw wrong('equals', `should be one of ${known.join(', ')}.`)
  }
  const value = by === 'enabled' ? equals === 'true' : equals
  const condition = startsWith === undefined ? { equals: value } : { startsWith }
  return { [by]: condition } as UserFilter
}

const wrong = (name: string, message: string): Error =>
  invalidFields([{ path: `/${name}`, message }])
