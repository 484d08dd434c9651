import { ConfigurationError, checkRequirements, type TokenRequirements } from '@x/cognito-core'
import type { ownPool, Pools } from '../pools/create-pools.ts'
import type { PoolName, RegisteredOptions } from '../registered-options.ts'

interface TokenChoice {
  /** Which token is asked for. A session has access tokens only. @default 'access' */
  tokenUse?: 'access' | 'id'
}

/** What a guard asks of a request. */
export type AuthRequirements = TokenChoice &
  (
    | (TokenRequirements<RegisteredOptions> & { pool?: never })
    // Of another pool, whose groups are others.
    | (TokenRequirements & { pool: PoolName })
  )

/** The same, of an app that nothing is known of. */
export interface AnyRequirements extends TokenChoice, TokenRequirements {
  pool?: string
}

/** What is asked, taken apart once: of which token, and of its claims. */
export interface AskedOfToken {
  tokenUse: 'access' | 'id'
  pool: string | typeof ownPool | undefined
  claims: TokenRequirements
}

export const askedOfToken = ({
  tokenUse = 'access',
  pool,
  ...claims
}: AnyRequirements): AskedOfToken => ({ tokenUse, pool, claims })

/** @throws ConfigurationError that names the requirement. */
export const checkAuthRequirements = (
  requirements: AnyRequirements,
  { pools, revocationMode }: { pools: Pools; revocationMode: string },
): void => {
  checkShape(requirements)
  const { tokenUse, pool } = requirements
  if (tokenUse !== undefined && tokenUse !== 'access' && tokenUse !== 'id') {
    throw new ConfigurationError('tokenUse', "should be 'access' or 'id'.")
  }
  if (tokenUse === 'id' && revocationMode === 'always') {
    throw new ConfigurationError(
      'tokenUse',
      "cannot be 'id' with checkRevoked: 'always': Cognito can be asked about access tokens only.",
    )
  }
  if ('pool' in requirements) pools.checkName(pool)
  const groups = pools.groupsOf(pool)
  checkRequirements(askedOfToken(requirements).claims, { ...(groups && { groups }) })
}

const requirementNames: Readonly<Record<keyof AnyRequirements, true>> = {
  groups: true,
  scopes: true,
  maxAge: true,
  tokenUse: true,
  pool: true,
}

const checkShape = (requirements: unknown): void => {
  const all = Object.keys(requirementNames).join(', ')
  if (typeof requirements !== 'object' || requirements === null || Array.isArray(requirements)) {
    throw new ConfigurationError('requirements', `should be an object with any of ${all}.`)
  }
  for (const name of Object.keys(requirements)) {
    if (Object.hasOwn(requirementNames, name)) continue
    throw new ConfigurationError(name, `is no requirement. Requirements are ${all}.`)
  }
}
