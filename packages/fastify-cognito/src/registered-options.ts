import type { CognitoOptions } from '@x/cognito-core'
import type { Register } from './register.ts'

type Named = Pick<CognitoOptions, 'groups' | 'customAttributes'>

/** Of the options that an app has registered those that types depend on; without any, all is allowed. */
export type RegisteredOptions = Register extends { options: infer Options extends Named }
  ? Pick<CognitoOptions, 'userPoolId' | 'clientId'> &
      Pick<Options, Extract<keyof Options, keyof Named>>
  : CognitoOptions

/** Of the pools that an app has registered by name; without any, all names are allowed. */
export type PoolName = Register extends { options: { pools: infer Pools extends object } }
  ? keyof Pools & string
  : string
