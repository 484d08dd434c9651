import { ConfigurationError } from '../errors/configuration-error.ts'
import { TokenError, type TokenErrorCode } from '../errors/token-error.ts'

/** The option that says what groups there are. */
export interface GroupOptions {
  groups?: readonly string[]
}

type GroupOf<Options> = Options extends { groups: readonly (infer Group extends string)[] }
  ? Group
  : string

/** An object with one of these members at least: without any it would ask nothing. */
type AtLeastOne<Members> = {
  [Name in keyof Members]: Pick<Members, Name> & Partial<Omit<Members, Name>>
}[keyof Members]

/** Any one of a list is enough; of an empty list nobody is a member. */
export type GroupRequirement<Group extends string = string> =
  | readonly Group[]
  | AtLeastOne<{
      /** A member of every one of these. */
      all: readonly Group[]
      /** A member of at least one of these. */
      any: readonly Group[]
      /** A member of none of these. */
      none: readonly Group[]
    }>

/** Every one of a list is needed. */
export type ScopeRequirement =
  | readonly string[]
  | AtLeastOne<{ all: readonly string[]; any: readonly string[] }>

/** What a token must carry besides being genuine. */
export interface TokenRequirements<Options extends GroupOptions = GroupOptions> {
  groups?: GroupRequirement<GroupOf<Options>>
  /** Of an access token; an ID token has none. */
  scopes?: ScopeRequirement
  /** In whole seconds since the user signed in, by the claim `auth_time`; a refresh does not move it. */
  maxAge?: number
}

type Claims = Readonly<Record<string, unknown>>

/** How many of the wanted names there have to be. */
type Quantity = 'all' | 'any' | 'none'

const enough: Readonly<
  Record<Quantity, (wanted: readonly string[], held: readonly string[]) => boolean>
> = {
  all: (wanted, held) => wanted.every((name) => held.includes(name)),
  any: (wanted, held) => wanted.some((name) => held.includes(name)),
  none: (wanted, held) => !wanted.some((name) => held.includes(name)),
}

interface NamesRequirement {
  claim: string
  /** What the token holds. */
  heldIn: (claims: Claims) => readonly string[]
  /** What a mere list means. */
  list: Quantity
  /** What is said where there are not enough, and so which quantities there are. */
  messages: Readonly<Partial<Record<Quantity, string>>>
}

const namesRequirements: Readonly<Record<'groups' | 'scopes', NamesRequirement>> = {
  groups: {
    claim: 'cognito:groups',
    heldIn: ({ 'cognito:groups': groups }) => (Array.isArray(groups) ? groups : []),
    list: 'any',
    messages: {
      all: 'The user is not in every group that this needs.',
      any: 'The user is in none of the groups that this needs.',
      none: 'The user is in a group that this is not for.',
    },
  },
  scopes: {
    claim: 'scope',
    heldIn: ({ scope }) => (typeof scope === 'string' ? scope.split(' ') : []),
    list: 'all',
    messages: {
      all: 'The token lacks a scope that this needs.',
      any: 'The token has none of the scopes that this needs.',
    },
  },
}

const namesOf = ['groups', 'scopes'] as const
type NamesOf = (typeof namesOf)[number]

const code: TokenErrorCode = 'TOKEN_INSUFFICIENT'

/** What has been checked once: with which groups, as the pool has them. */
const checked = new WeakMap<object, readonly string[] | undefined>()

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
  if (checked.has(requirements) && checked.get(requirements) === known) return
  for (const [name, wanted] of Object.entries(requirements)) checkOne(name, wanted, known)
  checked.set(requirements, known)
}

const checkOne = (name: string, wanted: unknown, known: readonly string[] | undefined): void => {
  if (name === 'maxAge') {
    checkMaxAge(wanted)
    return
  }
  const named = namesOf.find((each) => each === name)
  if (named === undefined) {
    throw new ConfigurationError(
      name,
      'is no requirement. Requirements are groups, scopes, maxAge.',
    )
  }
  for (const [option, list] of listsOf(named, wanted)) {
    if (named === 'groups') checkGroupsAreKnown(option, { list, known })
  }
}

const checkMaxAge = (wanted: unknown): void => {
  if (Number.isSafeInteger(wanted) && Number(wanted) > 0) return
  throw new ConfigurationError('maxAge', 'should be a whole number of seconds above 0.')
}

const isNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')

/** Each list of names with what it is called. */
const listsOf = (
  name: NamesOf,
  wanted: unknown,
): readonly (readonly [option: string, list: readonly string[]])[] => {
  const { messages, list: meant } = namesRequirements[name]
  if (isNames(wanted)) {
    checkAsksAnything(name, { quantity: meant, list: wanted })
    return [[name, wanted]]
  }
  const quantities = Object.keys(messages)
  if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted)) {
    throw new ConfigurationError(
      name,
      `should be a list of names, or an object of ${quantities.join(', ')}.`,
    )
  }
  const lists = Object.entries(wanted)
  if (lists.length === 0) {
    throw new ConfigurationError(name, 'is empty, and would let everybody in.')
  }
  return lists.map(([quantity, list]) => {
    const option = `${name}.${quantity}`
    if (!quantities.includes(quantity)) {
      throw new ConfigurationError(option, `is no requirement. There are ${quantities.join(', ')}.`)
    }
    if (!isNames(list)) throw new ConfigurationError(option, 'should be a list of names.')
    checkAsksAnything(option, { quantity, list })
    return [option, list]
  })
}

/** Of no names at all one has all, and none. */
const checkAsksAnything = (
  option: string,
  { quantity, list }: { quantity: string; list: readonly string[] },
): void => {
  if (list.length > 0 || quantity === 'any') return
  throw new ConfigurationError(option, 'is empty, and would let everybody in.')
}

const checkGroupsAreKnown = (
  option: string,
  { list, known }: { list: readonly string[]; known: readonly string[] | undefined },
): void => {
  const unknown = known && list.find((group) => !known.includes(group))
  if (unknown === undefined) return
  throw new ConfigurationError(option, `${JSON.stringify(unknown)} is no group of the pool.`)
}

/**
 * Whether verified claims are enough.
 *
 * @throws TokenError `TOKEN_INSUFFICIENT` or `TOKEN_TOO_OLD` that names the claim.
 * @throws ConfigurationError as `checkRequirements` does.
 */
export const requireClaims = (claims: Claims, requirements: TokenRequirements): void => {
  if (!checked.has(requirements)) checkRequirements(requirements)
  const { groups, scopes, maxAge } = requirements
  if (groups !== undefined) requireNames('groups', groups, claims)
  if (scopes !== undefined) requireNames('scopes', scopes, claims)
  if (maxAge !== undefined) requireRecent(claims, maxAge)
}

const requireNames = (name: NamesOf, wanted: GroupRequirement, claims: Claims): void => {
  const { claim, heldIn, list, messages } = namesRequirements[name]
  const held = heldIn(claims)
  const quantified: Readonly<Partial<Record<string, readonly string[]>>> = isNames(wanted)
    ? { [list]: wanted }
    : wanted
  for (const quantity of ['all', 'any', 'none'] as const) {
    const names = quantified[quantity]
    if (names === undefined || enough[quantity](names, held)) continue
    throw new TokenError(code, messages[quantity] ?? '', { claim })
  }
}

/** In the future it is by a clock that is off, and signed by Cognito all the same. */
const requireRecent = ({ auth_time: signedInAt }: Claims, maxAge: number): void => {
  if (Date.now() / 1000 - Number(signedInAt ?? Number.NaN) <= maxAge) return
  throw new TokenError('TOKEN_TOO_OLD', 'The user has to sign in once more for this.', {
    claim: 'auth_time',
  })
}
