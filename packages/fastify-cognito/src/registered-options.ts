import type { CognitoOptions } from '@x/cognito-core'
import type { Register } from './register.ts'

type Named = Pick<CognitoOptions, 'groups' | 'customAttributes'>

/** Of the options that an app has registered those that types depend on; without any, all is allowed. */
export type RegisteredOptions = Register extends { options: infer Options extends Named }
  ? Pick<CognitoOptions, 'userPoolId' | 'clientId'> &
      Pick<Options, Extract<keyof Options, keyof Named>>
  : CognitoOptions
