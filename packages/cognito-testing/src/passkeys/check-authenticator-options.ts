import { type Check, isBoolean, isFunction, isObjectOf, isString } from '../option-checks.ts'
import type { TestAuthenticatorOptions } from './create-test-authenticator.ts'

export const checkAuthenticatorOptions: Check = isObjectOf({
  origin: isString,
  userVerified: isBoolean,
  nextCounter: isFunction,
  relyingPartyId: isString,
} satisfies Record<keyof TestAuthenticatorOptions, Check>)
