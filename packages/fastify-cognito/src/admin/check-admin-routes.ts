import { check, checkNames, fail, isFunction, isPrefix, type Names } from '../option-checks.ts'
import type { CognitoAdminRoutesOptions } from './admin-routes-options.ts'

const optionNames: Names<CognitoAdminRoutesOptions & { prefix: string }> = {
  guard: true,
  onAudit: true,
  attributes: true,
  prefix: true,
}

/** @throws ConfigurationError that names the option. */
export const checkAdminRoutes = (
  options: CognitoAdminRoutesOptions & { prefix?: string },
): void => {
  checkNames({ given: options, known: optionNames, path: '' })
  check(options.prefix, isPrefix, 'prefix', "should start with a slash, such as '/admin'.")
  checkGuard(options.guard)
  check(options.onAudit, isFunction, 'onAudit', 'should be a function.')
  check(options.attributes, isNames, 'attributes', "should be a list of names, such as ['email'].")
}

/** The rest of it is checked as that of any guard. Whom a group keeps out leaves everybody else. */
const checkGuard = (guard: unknown): void => {
  if (typeof guard !== 'object' || guard === null || Array.isArray(guard)) {
    fail('guard', "is missing. Say who operators are, such as { groups: ['admin'] }.")
  }
  const { groups, scopes } = guard as { groups?: unknown; scopes?: unknown }
  if (asksForOne(groups) || asksForOne(scopes)) return
  fail('guard', "lets in whoever is signed in. Name a group or a scope: { groups: ['admin'] }.")
}

const asksForOne = (requirement: unknown): boolean => {
  const { all, any } = Object(requirement) as { all?: unknown; any?: unknown }
  return [requirement, all, any].some((names) => Array.isArray(names) && names.length > 0)
}

const isNames = (value: unknown): boolean =>
  Array.isArray(value) && value.every((name) => typeof name === 'string' && name !== '')
