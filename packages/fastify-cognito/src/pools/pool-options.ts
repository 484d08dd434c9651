import type { CognitoOptions } from '@x/cognito-core'

/** A user pool whose tokens are let in where a guard asks for it. */
export type PoolOptions = Pick<
  CognitoOptions,
  | 'userPoolId'
  | 'clientId'
  | 'trustedClientIds'
  | 'jwks'
  | 'client'
  | 'endpoint'
  | 'groups'
  | 'tokenCache'
>
