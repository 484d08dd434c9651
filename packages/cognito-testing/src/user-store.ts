import { randomBytes, randomUUID } from 'node:crypto'
import { attributeProblem, looksLikeEmail, looksLikePhoneNumber } from './attributes.ts'
import type { Clock } from './clock.ts'
import { refuse } from './option-checks.ts'
import type { Alias, MfaMethod, TestFactor, TestUserOptions, UserStatus } from './options.ts'
import { passwordProblem } from './password-policy.ts'
import { isUser, type PoolSettings } from './pool-settings.ts'
import { computeVerifier, hashIdentity } from './srp-server.ts'
import { encodeBase32 } from './totp.ts'

/** What the pool keeps of a password: enough to prove it, over SRP or in clear. */
export interface Credential {
  salt: bigint
  identityHash: Buffer
  /** Computed when first asked for: it costs an exponentiation, and not every user signs in. */
  verifier(): bigint
  /** Unix seconds. */
  setAt: number
}

export interface User {
  /** The real user name: a UUID, equal to `sub`, in pools without user names. */
  username: string
  sub: string
  attributes: Readonly<Record<string, string>>
  groups: readonly string[]
  status: UserStatus
  enabled: boolean
  credential?: Credential
  factors: readonly MfaMethod[]
  preferredFactor?: MfaMethod
  /** Base32. */
  totpSecret?: string
}

export interface UserStore {
  /** @throws {TypeError} when Cognito could not have such a user in this pool */
  add(options: TestUserOptions, path: string): User
  /** The user that Cognito would find under this name: user name, or a way in that counts. */
  resolve(untrustedName: string): User | undefined
  get(username: string): User | undefined
  update(username: string, change: Partial<User>): User
  all(): readonly User[]
  createCredential(input: { username: string; password: string }): Credential
}

const attributeOfFactor = { sms: 'phone_number', email: 'email' } as const

const usernameProblem = (settings: PoolSettings, username: string): string | undefined => {
  const { usernameAttributes, aliases } = settings
  if (!/^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u.test(username))
    return 'must be 1 to 128 characters without spaces'
  const isEmail = looksLikeEmail(username)
  const isPhone = looksLikePhoneNumber(username)
  if (usernameAttributes.length === 2 && !isEmail && !isPhone) {
    return 'is refused: Username should be either an email or a phone number.'
  }
  if (usernameAttributes.length === 1 && usernameAttributes[0] === 'email' && !isEmail) {
    return 'is refused: Username should be an email.'
  }
  if (usernameAttributes.length === 1 && usernameAttributes[0] === 'phone_number' && !isPhone) {
    return 'is refused: Username should be a phone number.'
  }
  if (aliases.includes('email') && isEmail) {
    return 'is refused: Username cannot be of email format, since user pool is configured for email alias.'
  }
  if (aliases.includes('phone_number') && isPhone) {
    return 'is refused: Username cannot be of phone number format, since user pool is configured for phone number alias.'
  }
  return undefined
}

/** Whether the attribute is set and counts as a way in: addresses and numbers do once they are verified. */
const isAlias = (attributes: User['attributes'], alias: Alias): boolean =>
  attributes[alias] !== undefined &&
  (alias === 'preferred_username' || attributes[`${alias}_verified`] === 'true')

const listFactors = (mfa: TestUserOptions['mfa']): readonly TestFactor[] => {
  if (mfa === undefined) return []
  return typeof mfa === 'object' && !('totp' in mfa) ? mfa : [mfa]
}

export const createUserStore = (input: { settings: PoolSettings; clock: Clock }): UserStore => {
  const { settings, clock } = input
  const users = new Map<string, User>()
  const all = (): readonly User[] => [...users.values()]

  const createCredential: UserStore['createCredential'] = ({ username, password }) => {
    const salt = BigInt(`0x${randomBytes(16).toString('hex')}`)
    const identityHash = hashIdentity({ poolName: settings.poolName, username, password })
    let known: bigint | undefined
    const verifier = (): bigint => {
      known ??= computeVerifier({ salt, identityHash })
      return known
    }
    return { salt, identityHash, verifier, setAt: clock.now() }
  }

  const isWayIn = (user: User, name: string): boolean =>
    user.username === name ||
    settings.usernameAttributes.some((attribute) => user.attributes[attribute] === name) ||
    settings.aliases.some(
      (alias) => user.attributes[alias] === name && isAlias(user.attributes, alias),
    )

  const resolve: UserStore['resolve'] = (untrustedName) =>
    users.get(untrustedName) ?? all().find((user) => isWayIn(user, untrustedName))

  const checkAttributes = (attributes: User['attributes'], path: string): void => {
    for (const [name, value] of Object.entries(attributes)) {
      const problem = attributeProblem({ name, value, customAttributes: settings.customAttributes })
      if (problem) refuse(`${path}.attributes`, `is refused: ${problem.trim()}`)
    }
  }

  const factorsFrom = (options: TestUserOptions, attributes: User['attributes'], path: string) => {
    const factors = listFactors(options.mfa)
    const methods = factors.map((factor) => (typeof factor === 'object' ? 'totp' : factor))
    for (const method of methods) {
      const attribute = method === 'totp' ? undefined : attributeOfFactor[method]
      if (settings.mfa === 'off') refuse(`${path}.mfa`, "needs a pool whose mfa is not 'off'")
      if (!settings.mfaMethods.includes(method)) {
        refuse(`${path}.mfa`, `is '${method}', which the pool's mfaMethods leave out`)
      }
      if (attribute && !attributes[attribute]) {
        refuse(`${path}.mfa`, `is '${method}', which needs the attribute ${attribute}`)
      }
    }
    const given = factors.find((factor) => typeof factor === 'object')
    const [only] = methods
    return {
      factors: methods,
      ...(only && methods.length === 1 && { preferredFactor: only }),
      ...(methods.includes('totp') && {
        totpSecret: given?.totp ?? encodeBase32(randomBytes(32)),
      }),
    }
  }

  const add: UserStore['add'] = (options, path) => {
    isUser(path, options)
    const nameProblem = usernameProblem(settings, options.username)
    if (nameProblem) refuse(`${path}.username`, nameProblem)
    const hasUsername = settings.usernameAttributes.length === 0
    const sub = randomUUID()
    const username = hasUsername ? options.username : sub
    const wayIn = looksLikeEmail(options.username) ? 'email' : 'phone_number'
    const attributes = {
      ...(!hasUsername && { [wayIn]: options.username }),
      ...options.attributes,
    }
    checkAttributes(attributes, path)
    if (!hasUsername && attributes[wayIn] !== options.username) {
      refuse(`${path}.attributes.${wayIn}`, 'must be the address that is the username')
    }
    if (resolve(options.username)) refuse(`${path}.username`, 'is refused: User already exists')
    for (const alias of settings.aliases.filter((name) => isAlias(attributes, name))) {
      if (
        all().some(
          (user) => isAlias(user.attributes, alias) && user.attributes[alias] === attributes[alias],
        )
      ) {
        refuse(
          `${path}.attributes.${alias}`,
          `is refused: An account with the ${alias} already exists.`,
        )
      }
    }
    const { password, status = 'CONFIRMED' } = options
    const problem =
      password === undefined ? undefined : passwordProblem(settings.passwordPolicy, password)
    if (problem) refuse(`${path}.password`, `is refused: ${problem}`)
    const user: User = {
      username,
      sub,
      attributes,
      groups: options.groups ?? [],
      status,
      enabled: options.enabled ?? true,
      ...(password !== undefined && { credential: createCredential({ username, password }) }),
      ...factorsFrom(options, attributes, path),
    }
    users.set(username, user)
    return user
  }

  const update: UserStore['update'] = (username, change) => {
    const user = users.get(username)
    if (!user) throw new Error(`no user ${username}`)
    const updated = { ...user, ...change }
    users.set(username, updated)
    return updated
  }

  return { add, resolve, get: (username) => users.get(username), update, all, createCredential }
}
