import { type Check, isFunction, isObjectOf, isOneOf, refuse } from '../option-checks.ts'
import type { TestTriggers } from './test-triggers.ts'

const isVersioned = isObjectOf({ version: isOneOf('V1_0', 'V2_0'), handler: isFunction }, [
  'version',
  'handler',
])

const isPreTokenGeneration: Check = (path, value) => {
  if (typeof value === 'function') return
  if (typeof value !== 'object') refuse(path, 'must be a function, or { version, handler }')
  isVersioned(path, value)
}

export const isTriggers: Check = isObjectOf({
  preSignUp: isFunction,
  postConfirmation: isFunction,
  customMessage: isFunction,
  userMigration: isFunction,
  preAuthentication: isFunction,
  defineAuthChallenge: isFunction,
  createAuthChallenge: isFunction,
  verifyAuthChallengeResponse: isFunction,
  postAuthentication: isFunction,
  preTokenGeneration: isPreTokenGeneration,
} satisfies Record<keyof TestTriggers, Check>)
