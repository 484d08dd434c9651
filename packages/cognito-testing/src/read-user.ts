import { randomBytes, randomUUID } from 'node:crypto'
import { attributeOfFactor } from './active-factors.ts'
import { attributeProblem } from './attributes/attribute-problem.ts'
import { looksLikeEmail } from './attributes/formats.ts'
import { checkUserOptions } from './check-options.ts'
import { createCredential } from './credential.ts'
import { refuse } from './option-checks.ts'
import type { TestFactor, TestUserOptions } from './options.ts'
import { passwordFormProblem, passwordProblem } from './password-policy.ts'
import type { PoolSettings } from './pool-settings.ts'
import { encodeBase32 } from './totp.ts'
import type { User } from './user-store.ts'
import { usernameProblem } from './username-problem.ts'

const listFactors = (mfa: TestUserOptions['mfa']): readonly TestFactor[] => {
  if (mfa === undefined) return []
  return typeof mfa === 'object' && !('totp' in mfa) ? mfa : [mfa]
}

type Factors = Pick<User, 'factors' | 'preferredFactor' | 'totpSecret'>

const readFactors = (
  settings: PoolSettings,
  input: {
    mfa: TestUserOptions['mfa']
    preferredMfa: TestUserOptions['preferredMfa']
    attributes: User['attributes']
    path: string
  },
): Factors => {
  const { attributes, preferredMfa } = input
  const path = `${input.path}.mfa`
  const given = listFactors(input.mfa)
  const factors = given.map((factor) => (typeof factor === 'object' ? 'totp' : factor))
  if (preferredMfa !== undefined && !factors.includes(preferredMfa)) {
    refuse(`${input.path}.preferredMfa`, `is '${preferredMfa}', which mfa does not have`)
  }
  const [only] = factors
  if (only === undefined) return { factors }
  if (settings.mfa === 'off') refuse(path, "needs a pool whose mfa is not 'off'")
  if (new Set(factors).size < factors.length) refuse(path, 'must not repeat a factor')
  for (const factor of factors) {
    const attribute = attributeOfFactor[factor]
    if (!settings.mfaMethods.includes(factor)) {
      refuse(path, `is '${factor}', which the pool's mfaMethods leave out`)
    }
    if (attribute && !attributes[attribute]) {
      refuse(path, `is '${factor}', which needs the attribute ${attribute}`)
    }
  }
  const preferredFactor = preferredMfa ?? (factors.length === 1 ? only : undefined)
  const totp = given.find((factor) => typeof factor === 'object')?.totp
  return {
    factors,
    ...(preferredFactor && { preferredFactor }),
    ...(factors.includes('totp') && { totpSecret: totp ?? encodeBase32(randomBytes(32)) }),
  }
}

/** @throws {TypeError} naming the field, when Cognito could not have such a user in this pool */
export const readUser = (
  settings: PoolSettings,
  { options, path, now }: { options: TestUserOptions; path: string; now: number },
): User => {
  checkUserOptions(path, options)
  const {
    username: typedName,
    password,
    mfa,
    preferredMfa,
    status = 'CONFIRMED',
    enabled = true,
  } = options
  if (!/^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u.test(typedName)) {
    refuse(`${path}.username`, 'must be 1 to 128 characters without spaces')
  }
  const nameProblem = usernameProblem(settings, typedName)
  if (nameProblem) refuse(`${path}.username`, `is refused: ${nameProblem}`)

  const sub = randomUUID()
  const hasUsername = settings.usernameAttributes.length === 0
  const username = hasUsername ? typedName : sub
  const wayIn = looksLikeEmail(typedName) ? 'email' : 'phone_number'
  const attributes = { ...(!hasUsername && { [wayIn]: typedName }), ...options.attributes }
  if (!hasUsername && attributes[wayIn] !== typedName) {
    refuse(`${path}.attributes.${wayIn}`, 'must be what the username is')
  }
  for (const [name, value] of Object.entries(attributes)) {
    const problem = attributeProblem(settings.schema, { [name]: value })
    if (problem) refuse(`${path}.attributes.${name}`, `is refused: ${problem.trim()}`)
  }
  const weakness =
    password &&
    (passwordFormProblem(password) ?? passwordProblem(settings.passwordPolicy, password))
  if (weakness) refuse(`${path}.password`, `is refused: ${weakness}`)
  const { poolName } = settings
  return {
    username,
    sub,
    attributes,
    groups: options.groups ?? [],
    status,
    enabled,
    ...(password && { credential: createCredential({ poolName, username, password, now }) }),
    formerPasswords: [],
    pendingAttributes: {},
    passkeys: [],
    passkeyIsMfa: false,
    devices: [],
    ...readFactors(settings, { mfa, preferredMfa, attributes, path }),
  }
}
