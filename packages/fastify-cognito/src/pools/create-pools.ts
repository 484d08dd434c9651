import { type Cognito, ConfigurationError, createCognito } from '@x/cognito-core'
import type { FastifyRequest } from 'fastify'
import { oncePerRequest } from '../once-per-request.ts'
import { refuse } from '../problems/refusal.ts'
import { createPoolCache } from './pool-cache.ts'
import type { PoolOptions } from './pool-options.ts'

/** Says which pool a request belongs to: one of `pools` by its name, another by its options, or `undefined` for the plugin's own. */
export type ChoosePool = (
  request: FastifyRequest,
) => string | PoolOptions | undefined | Promise<string | PoolOptions | undefined>

/** Asks for the plugin's own, whatever the function says of a request. No name of a pool is one. */
export const ownPool: unique symbol = Symbol('own pool')

/** Whose tokens are let in. */
export interface Pool {
  /** Absent for the plugin's own, and for one that has no name. */
  name?: string
  /** Sessions and routes belong to that one. */
  isOwn: boolean
  cognito: Cognito
}

export interface Pools {
  /** @throws a refusal `INTERNAL` where the function threw or gave no pool, which is a fault of the app */
  poolFor(request: FastifyRequest, name: string | typeof ownPool | undefined): Promise<Pool> | Pool
  /** @throws ConfigurationError `pool` */
  checkName(name: unknown): void
  /** Those that a guard may name, as far as that is known. */
  groupsOf(name: string | undefined): readonly string[] | undefined
  /** All that have a name. */
  named: readonly Pool[]
}

/** @throws ConfigurationError that names the option. */
export const createPools = ({
  own,
  groups,
  pools = {},
  choose,
  most,
}: {
  own: Cognito
  groups?: readonly string[] | undefined
  pools?: Readonly<Record<string, PoolOptions>> | undefined
  choose?: ChoosePool | undefined
  /** How many of those without a name are kept. */
  most: number
}): Pools => {
  const plugins: Pool = { isOwn: true, cognito: own }
  const named = new Map<string, Pool>(
    Object.entries(pools).map(([name, options]) => [name, namedPool(name, options)]),
  )
  const cache = createPoolCache(most)

  const poolOf = (chosen: Awaited<ReturnType<ChoosePool>>): Pool => {
    if (chosen === undefined) return plugins
    if (typeof chosen === 'object' && chosen !== null) return cache.poolOf(chosen)
    const known = named.get(chosen)
    if (known) return known
    throw new TypeError(
      `pool: the function gave ${JSON.stringify(chosen)}, which is no pool. Pools are ${namesOf(named)}.`,
    )
  }

  const chosenFor = oncePerRequest(async ({ request }: { request: FastifyRequest }) => {
    try {
      return poolOf(await choose?.(request))
    } catch (cause) {
      // Nobody outside is told which pools there are.
      throw refuse('INTERNAL', 'Something went wrong here.', { cause })
    }
  })

  return {
    poolFor: (request, name) => {
      if (name === undefined) return choose ? chosenFor({ request }) : plugins
      if (name === ownPool) return plugins
      return named.get(name) ?? Promise.reject(new TypeError(name))
    },
    checkName: (name) => {
      if (typeof name === 'string' && named.has(name)) return
      throw new ConfigurationError(
        'pool',
        `${JSON.stringify(name)} is no pool. Pools are ${namesOf(named)}; the plugin's own has no name.`,
      )
    },
    // Which pool a function gives is not known before.
    groupsOf: (name) => (name === undefined ? (choose ? undefined : groups) : pools[name]?.groups),
    named: [...named.values()],
  }
}

const namesOf = (named: ReadonlyMap<string, Pool>): string =>
  [...named.keys()].join(', ') || 'none: see the option pools'

const namedPool = (name: string, options: PoolOptions): Pool => {
  try {
    return { name, isOwn: false, cognito: createCognito(options) }
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    // Its message begins with the name of the option.
    const problem = error.message.replace(/^\S+\s/, '')
    throw new ConfigurationError(`pools.${name}.${error.option}`, problem)
  }
}
