import { ConfigurationError } from '../errors/configuration-error.ts'
import { TokenError, type TokenErrorCode } from '../errors/token-error.ts'
import type { AccessTokenClaims } from './claims.ts'

/** The option that says what groups there are. */
export interface GroupOptions {
  groups?: readonly string[]
}

type GroupOf<Options> = Options extends { groups: readonly (infer Group extends string)[] }
  ? Group
  : string

/** What an access token must carry besides being genuine. */
export interface TokenRequirements<Options extends GroupOptions = GroupOptions> {
  /** Any one of these groups is enough; of an empty list nobody is a member. */
  groups?: readonly GroupOf<Options>[]
  /** Every one of these scopes is needed. */
  scopes?: readonly string[]
  /** In whole seconds since the user signed in, by the claim `auth_time`; a refresh does not move it. */
  maxAge?: number
}

type Wanted = Required<TokenRequirements>

interface Requirement<Name extends keyof Wanted> {
  code: TokenErrorCode
  claim: string
  message: string
  /** What is wrong with a value that cannot be required. */
  wants: string
  isPossible: (value: unknown) => boolean
  isMet: (claims: AccessTokenClaims, wanted: Wanted[Name]) => boolean
}

const names = {
  wants: 'should be a list of names.',
  isPossible: (value: unknown) =>
    Array.isArray(value) && value.every((item) => typeof item === 'string'),
}

const requirementsByName: { [Name in keyof Wanted]: Requirement<Name> } = {
  groups: {
    ...names,
    code: 'TOKEN_INSUFFICIENT',
    claim: 'cognito:groups',
    message: 'The user is in none of the groups that this needs.',
    isMet: (claims, wanted) => {
      const groups = claims['cognito:groups']
      return Array.isArray(groups) && wanted.some((group) => groups.includes(group))
    },
  },
  scopes: {
    ...names,
    code: 'TOKEN_INSUFFICIENT',
    claim: 'scope',
    message: 'The token lacks a scope that this needs.',
    isMet: (claims, wanted) => {
      const scopes = typeof claims.scope === 'string' ? claims.scope.split(' ') : []
      return wanted.every((scope) => scopes.includes(scope))
    },
  },
  maxAge: {
    code: 'TOKEN_TOO_OLD',
    claim: 'auth_time',
    message: 'The user has to sign in once more for this.',
    wants: 'should be a whole number of seconds above 0.',
    isPossible: (value) => Number.isSafeInteger(value) && Number(value) > 0,
    // In the future it is by a clock that is off, and signed by Cognito all the same.
    isMet: ({ auth_time: signedInAt }, maxAge) => Date.now() / 1000 - signedInAt <= maxAge,
  },
}

const requirementNames = Object.keys(requirementsByName) as readonly (keyof Wanted)[]

/**
 * A requirement that is misspelt, or there without a value, would let everybody in, so it is refused; best
 * once, at start-up. So is a group that the pool has not, where it is known which it has.
 *
 * @throws ConfigurationError that names the requirement.
 */
export const checkRequirements = (
  requirements: TokenRequirements,
  { groups: known }: GroupOptions = {},
): void => {
  for (const [name, wanted] of Object.entries(requirements)) {
    const known = requirementNames.find((each) => each === name)
    if (known === undefined) {
      const all = requirementNames.join(', ')
      throw new ConfigurationError(name, `is no requirement. Requirements are ${all}.`)
    }
    const { isPossible, wants } = requirementsByName[known]
    if (!isPossible(wanted)) throw new ConfigurationError(name, wants)
  }
  const unknown = known && requirements.groups?.find((group) => !known.includes(group))
  if (unknown === undefined) return
  throw new ConfigurationError('groups', `${JSON.stringify(unknown)} is no group of the pool.`)
}

/**
 * Whether verified claims are enough.
 *
 * @throws TokenError `TOKEN_INSUFFICIENT` or `TOKEN_TOO_OLD` that names the claim.
 */
export const requireClaims = (claims: AccessTokenClaims, requirements: TokenRequirements): void => {
  for (const name of requirementNames) requireOne(name, claims, requirements[name])
}

const requireOne = <Name extends keyof Wanted>(
  name: Name,
  claims: AccessTokenClaims,
  wanted: TokenRequirements[Name],
): void => {
  if (wanted === undefined) return
  const { code, claim, message, isMet } = requirementsByName[name]
  if (!isMet(claims, wanted as Wanted[Name])) throw new TokenError(code, message, { claim })
}
