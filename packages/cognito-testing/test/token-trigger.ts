import type { PreTokenGenerationTriggerEvent, PreTokenGenerationV2TriggerEvent } from 'aws-lambda'
import {
  createTestUserPool,
  type TestClientOptions,
  type TestTriggers,
  type TestUserOptions,
  type TestUserPool,
} from '../src/index.ts'
import { claimsOf, signInWithPassword } from './sign-in.ts'
import { password } from './signed-in-pool.ts'

type DetailsV1 = PreTokenGenerationTriggerEvent['response']['claimsOverrideDetails']
type DetailsV2 = PreTokenGenerationV2TriggerEvent['response']['claimsAndScopeOverrideDetails']

export const email = 'ann@example.com'

/** A pool whose user ann is in two groups. */
export const poolThatMakesTokens = (
  preTokenGeneration: NonNullable<TestTriggers['preTokenGeneration']>,
  user: Partial<TestUserOptions> = {},
  client: TestClientOptions = {},
): TestUserPool =>
  createTestUserPool({
    clients: [client],
    users: [
      { username: 'ann', password, groups: ['staff', 'sales'], attributes: { email }, ...user },
    ],
    triggers: { preTokenGeneration },
  })

/** Whatever the types say of what a handler gives back. */
export const poolOfV1 = (details: DetailsV1 | object | null | undefined): TestUserPool =>
  poolThatMakesTokens((event) => ({
    ...event,
    response: { claimsOverrideDetails: details as DetailsV1 },
  }))

/** Whatever the types say of what a handler gives back. */
export const poolOfV2 = (details: DetailsV2 | object | null | undefined): TestUserPool =>
  poolThatMakesTokens({
    version: 'V2_0',
    handler: (event) => ({
      ...event,
      response: { claimsAndScopeOverrideDetails: details as DetailsV2 },
    }),
  })

/** The claims of both tokens of ann, and the tokens to go on with. */
export const signedIn = async (pool: TestUserPool) => {
  const { AuthenticationResult: tokens } = await signInWithPassword(pool, 'ann', password)
  return {
    id: claimsOf(tokens?.IdToken),
    access: claimsOf(tokens?.AccessToken),
    accessToken: tokens?.AccessToken ?? '',
    refreshToken: tokens?.RefreshToken ?? '',
  }
}
