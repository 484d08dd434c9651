import { ConfigurationError } from '../errors/configuration-error.ts'
import { TokenError } from '../errors/token-error.ts'
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
}

interface Requirement {
  claim: string
  message: string
  isMet: (claims: AccessTokenClaims, wanted: readonly string[]) => boolean
}

const requirementsByName: Record<keyof TokenRequirements, Requirement> = {
  groups: {
    claim: 'cognito:groups',
    message: 'The user is in none of the groups that this needs.',
    isMet: (claims, wanted) => {
      const groups = claims['cognito:groups']
      return Array.isArray(groups) && wanted.some((group) => groups.includes(group))
    },
  },
  scopes: {
    claim: 'scope',
    message: 'The token lacks a scope that this needs.',
    isMet: (claims, wanted) => {
      const scopes = typeof claims.scope === 'string' ? claims.scope.split(' ') : []
      return wanted.every((scope) => scopes.includes(scope))
    },
  },
}

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
    if (!Object.hasOwn(requirementsByName, name)) {
      throw new ConfigurationError(name, 'is no requirement. Requirements are groups, scopes.')
    }
    if (Array.isArray(wanted) && wanted.every((item) => typeof item === 'string')) continue
    throw new ConfigurationError(name, 'should be a list of names.')
  }
  const unknown = known && requirements.groups?.find((group) => !known.includes(group))
  if (unknown === undefined) return
  throw new ConfigurationError('groups', `${JSON.stringify(unknown)} is no group of the pool.`)
}

/**
 * Whether verified claims are enough.
 *
 * @throws TokenError `TOKEN_INSUFFICIENT` that names the claim.
 */
export const requireClaims = (claims: AccessTokenClaims, requirements: TokenRequirements): void => {
  for (const name of ['groups', 'scopes'] as const) {
    const wanted = requirements[name]
    if (wanted === undefined) continue
    const { claim, message, isMet } = requirementsByName[name]
    if (!isMet(claims, wanted)) throw new TokenError('TOKEN_INSUFFICIENT', message, { claim })
  }
}
