import { randomUUID } from 'node:crypto'
import type { SessionLock, SessionStore } from './session-store.ts'

/** Deletes the lock only while it is one's own. */
const release = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0`

/** What differs between the clients of Redis and Valkey. */
interface LockClient {
  setIfAbsent(key: string, token: string, ttlMs: number): Promise<unknown>
  deleteIfMine(key: string, token: string): Promise<unknown>
}

type Call = (...args: readonly unknown[]) => Promise<unknown>
type Client = Readonly<Record<'set' | 'eval', Call>> & { call?: unknown; sendCommand?: unknown }

/**
 * The lock of a store that is on Redis or Valkey; `undefined` for any other.
 *
 * @see https://redis.io/docs/latest/develop/clients/patterns/distributed-locks/ "with a single instance"
 */
export const lockOf = (store: SessionStore): SessionLock | undefined => {
  const adapter = adaptersOf(store).find((each) => clientOf(each) !== undefined)
  if (!adapter) return undefined
  return async ({ key, ttlMs }) => {
    const client = await connectedClientOf(adapter)
    const token = randomUUID()
    if ((await client.setIfAbsent(key, token, ttlMs)) !== 'OK') return undefined
    return async () => {
      await client.deleteIfMine(key, token)
    }
  }
}

type Adapter = Readonly<Record<string, unknown>>

/** The store itself, or what a Keyv hands its calls to. */
const adaptersOf = (store: SessionStore): readonly Adapter[] => {
  const itself = store as unknown as Adapter
  const inner = itself['store']
  return typeof inner === 'object' && inner !== null ? [inner as Adapter, itself] : [itself]
}

/** `client` of `@keyv/redis`, `redis` of `@keyv/valkey`. */
const clientOf = (adapter: Adapter): Client | undefined =>
  [adapter['client'], adapter['redis']].find(isClient)

const isClient = (value: unknown): value is Client => {
  const { set, eval: run, call, sendCommand } = Object(value) as Partial<Client>
  const isOfRedis = typeof call === 'function' || typeof sendCommand === 'function'
  return typeof set === 'function' && typeof run === 'function' && isOfRedis
}

/** `@keyv/redis` connects at the first call. */
const connectedClientOf = async (adapter: Adapter): Promise<LockClient> => {
  const { getClient } = adapter
  if (typeof getClient === 'function') await getClient.call(adapter)
  const client = clientOf(adapter)
  if (!client) throw new Error('the client of the store is gone')
  return typeof client.call === 'function' ? asIoredis(client) : asNodeRedis(client)
}

const asIoredis = (client: Client): LockClient => ({
  setIfAbsent: (key, token, ttlMs) => client.set(key, token, 'PX', ttlMs, 'NX'),
  deleteIfMine: (key, token) => client.eval(release, 1, key, token),
})

const asNodeRedis = (client: Client): LockClient => ({
  setIfAbsent: (key, token, ttlMs) => client.set(key, token, { PX: ttlMs, NX: true }),
  deleteIfMine: (key, token) => client.eval(release, { keys: [key], arguments: [token] }),
})
