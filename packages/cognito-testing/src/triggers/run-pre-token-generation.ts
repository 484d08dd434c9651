import type { SignIn } from '../auth-answer.ts'
import { groupClaims } from '../groups/group-claims.ts'
import { apiScope } from '../issue-tokens.ts'
import type { Pool } from '../pool.ts'
import { eventAttributes } from './event-attributes.ts'
import { invokeTrigger } from './invoke-trigger.ts'
import {
  readCustomizationV1,
  readCustomizationV2,
  type TokenCustomization,
} from './token-customization.ts'

/** What tokens are made for. */
export type TokenSource =
  | 'Authentication'
  | 'NewPasswordChallenge'
  | 'AuthenticateDevice'
  | 'RefreshTokens'

/** How the tokens that a user is about to be given differ from the usual; undefined for not at all. */
export const runPreTokenGeneration = async (
  pool: Pool,
  {
    client,
    user,
    clientMetadata,
    source,
  }: Pick<SignIn, 'client' | 'user' | 'clientMetadata'> & { source: TokenSource },
): Promise<TokenCustomization | undefined> => {
  const trigger = pool.settings.triggers.preTokenGeneration
  if (!trigger) return undefined
  const call = {
    client,
    userName: user.username,
    triggerSource: `TokenGeneration_${source}`,
  } as const
  const { names, roles, preferredRole = null } = groupClaims(pool, user)
  const request = {
    userAttributes: eventAttributes(pool, user),
    groupConfiguration: {
      groupsToOverride: names,
      iamRolesToOverride: roles,
      preferredRole,
    },
    clientMetadata,
  }
  if (trigger.version === 'V1_0') {
    const response = await invokeTrigger(pool, {
      ...call,
      kind: 'preTokenGenerationV1',
      handler: trigger.handler,
      request,
      response: { claimsOverrideDetails: null },
    })
    return readCustomizationV1(response.claimsOverrideDetails)
  }
  const response = await invokeTrigger(pool, {
    ...call,
    kind: 'preTokenGenerationV2',
    handler: trigger.handler,
    request: { ...request, scopes: [apiScope] },
    response: { claimsAndScopeOverrideDetails: null },
  })
  return readCustomizationV2(response.claimsAndScopeOverrideDetails)
}
