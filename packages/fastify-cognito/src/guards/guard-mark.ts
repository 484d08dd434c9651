import type { RouteOptions } from 'fastify'
import type { Guard } from '../auth/guards.ts'

const key = Symbol('seen by @x/fastify-cognito')

/** Put into the config of a route that was seen as it came, from where its requests know it. */
export interface GuardMark {
  /** What is still to be run before the hooks of the route, where they cannot do it. */
  late: Guard | undefined
}

export const markRoute = (route: RouteOptions): GuardMark => {
  const mark: GuardMark = { late: undefined }
  route.config = { ...route.config, [key]: mark } as NonNullable<RouteOptions['config']>
  return mark
}

/** `undefined` for a route that came before the plugin. */
export const markIn = (config: object): GuardMark | undefined => Reflect.get(config, key)
