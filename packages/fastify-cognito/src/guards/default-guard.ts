import { ConfigurationError } from '@x/cognito-core'
import type { RouteOptions } from 'fastify'
import type { Guard, Guards } from '../auth/guards.ts'
import { check, fail } from '../option-checks.ts'
import type { AuthRequirements } from './auth-requirements.ts'

/** What is asked where a route says nothing. */
export type DefaultGuard =
  | boolean
  | (AuthRequirements & {
      /**
       * Paths that are public although their routes cannot say so, such as those of another plugin:
       * `'/health'`, or with everything below it, `'/docs/*'`.
       */
      except?: readonly string[]
    })

/** The guard of routes that say nothing; `undefined` where there is none, or for paths that are excepted. */
export type GuardByDefault = (route: Pick<RouteOptions, 'method' | 'url'>) => Guard | undefined

/** @throws ConfigurationError that names the option. */
export const createGuardByDefault = (
  defaultGuard: DefaultGuard | undefined,
  guards: Pick<Guards, 'requireAuth'>,
): GuardByDefault => {
  if (defaultGuard === undefined || defaultGuard === false) return () => undefined
  const { except = [], ...requirements } = defaultGuard === true ? {} : defaultGuard
  const guard = guardOf(requirements as AuthRequirements, guards)
  return (route) => {
    // A preflight asks what may be asked, and carries nothing that proves anybody.
    const isPreflight = [route.method].flat().every((method) => method === 'OPTIONS')
    return isPreflight || except.some((path) => isBelow(path, route.url)) ? undefined : guard
  }
}

const guardOf = (
  requirements: AuthRequirements,
  { requireAuth }: Pick<Guards, 'requireAuth'>,
): Guard => {
  try {
    return requireAuth(requirements)
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    throw new ConfigurationError(
      `defaultGuard.${error.option}`,
      error.message.slice(`${error.option}: `.length),
    )
  }
}

const isBelow = (path: string, url: string): boolean => {
  if (!path.endsWith('/*')) return path === url
  const start = path.slice(0, -1)
  return url.startsWith(start) || `${url}/` === start
}

/** @throws ConfigurationError that names the option. */
export const checkDefaultGuard = (defaultGuard: DefaultGuard | undefined): void => {
  const isObject = (value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
  check(
    defaultGuard,
    (value) => typeof value === 'boolean' || isObject(value),
    'defaultGuard',
    'should be true, false or requirements.',
  )
  if (typeof defaultGuard !== 'object') return
  const { except } = defaultGuard
  check(except, Array.isArray, 'defaultGuard.except', 'should be a list of paths.')
  for (const [index, path] of (except ?? []).entries()) {
    if (typeof path === 'string' && /^\/[^*]+\/\*$|^\/[^*]*$/.test(path)) continue
    const all = path === '/*' ? ' All paths are excepted by defaultGuard: false.' : ''
    fail(`defaultGuard.except[${index}]`, `should be a path such as '/health' or '/docs/*'.${all}`)
  }
}
