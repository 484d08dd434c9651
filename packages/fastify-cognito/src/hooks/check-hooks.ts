import { check, checkNames, isFunction, type Names } from '../option-checks.ts'
import type { CognitoHooks } from './cognito-hooks.ts'

const hookNames: Names<CognitoHooks> = {
  onSignUp: true,
  onSignIn: true,
  onRefresh: true,
  onSignOut: true,
  onDeleteAccount: true,
}

/** @throws ConfigurationError that names the hook. */
export const checkHooks = (hooks: CognitoHooks | undefined): void => {
  if (hooks === undefined) return
  checkNames({ given: hooks, known: hookNames, path: 'hooks' })
  for (const [name, hook] of Object.entries(hooks)) {
    check(hook, isFunction, `hooks.${name}`, 'should be a function.')
  }
}
