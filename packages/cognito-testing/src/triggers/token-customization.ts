import type { TriggerResponse } from './invoke-trigger.ts'
import type { ClaimChanges } from './override-claims.ts'

/** What a trigger made of tokens. */
export interface TokenCustomization {
  /** Instead of what the user has; undefined where that stays. */
  groups?: { names: readonly string[]; roles: readonly string[]; preferredRole?: string }
  id: ClaimChanges
  access: ClaimChanges
  scopesToAdd: readonly string[]
  scopesToSuppress: readonly string[]
}

type DetailsV1 = TriggerResponse<'preTokenGenerationV1'>['claimsOverrideDetails']
type DetailsV2 = TriggerResponse<'preTokenGenerationV2'>['claimsAndScopeOverrideDetails']
type Groups = NonNullable<DetailsV1>['groupOverrideDetails']

/** None at all where a handler gives null: only what it does not name stays. */
const readGroups = (groups: Groups): Pick<TokenCustomization, 'groups'> => {
  if (groups === undefined) return {}
  const { groupsToOverride, iamRolesToOverride, preferredRole } = groups ?? {}
  return {
    groups: {
      names: groupsToOverride ?? [],
      roles: iamRolesToOverride ?? [],
      ...(preferredRole && { preferredRole }),
    },
  }
}

const readClaims = (
  details:
    | Pick<NonNullable<DetailsV1>, 'claimsToAddOrOverride' | 'claimsToSuppress'>
    | null
    | undefined,
): ClaimChanges => ({
  toAddOrOverride: details?.claimsToAddOrOverride ?? {},
  toSuppress: details?.claimsToSuppress ?? [],
})

export const readCustomizationV1 = (details: DetailsV1): TokenCustomization => ({
  ...readGroups(details?.groupOverrideDetails),
  id: readClaims(details),
  access: readClaims(undefined),
  scopesToAdd: [],
  scopesToSuppress: [],
})

export const readCustomizationV2 = (details: DetailsV2): TokenCustomization => ({
  ...readGroups(details?.groupOverrideDetails),
  id: readClaims(details?.idTokenGeneration),
  access: readClaims(details?.accessTokenGeneration),
  scopesToAdd: details?.accessTokenGeneration?.scopesToAdd ?? [],
  scopesToSuppress: details?.accessTokenGeneration?.scopesToSuppress ?? [],
})
