import { randomBytes } from 'node:crypto'
import { AwsError, invalidParameter } from './aws-error.ts'
import type { PoolClock } from './clock.ts'
import { distinctTimes } from './distinct-times.ts'
import type { AppClient } from './pool-settings.ts'

export interface ClientSecret {
  /** `<client id>--<Unix milliseconds>` */
  id: string
  value: string
  /** Unix seconds. */
  createdAt: number
}

/** What each client signs with: none, or one, or two while one takes the place of the other. */
export interface ClientSecrets {
  /** The newest first. */
  of(clientId: string): readonly ClientSecret[]
  /** Makes one up where none is given. @throws {AwsError} for a client that has two, or none */
  add(clientId: string, value?: string): ClientSecret
  /** @throws {AwsError} for one that there is not, and for the last */
  remove(clientId: string, secretId: string): void
}

const mostSecrets = 2

export const makeSecret = (): string => randomBytes(25).toString('hex')

const secretAt = (clientId: string, value: string, ms: number): ClientSecret => ({
  id: `${clientId}--${ms}`,
  value,
  createdAt: Math.floor(ms / 1000),
})

export const createClientSecrets = (input: {
  clients: readonly AppClient[]
  clock: PoolClock
}): ClientSecrets => {
  const { clients, clock } = input
  // Ids are made of them.
  const nextMs = distinctTimes(clock)
  const secrets = new Map(
    clients.map(({ id, secrets: values }) => {
      const oldestFirst = values.toReversed().map((value) => secretAt(id, value, nextMs()))
      return [id, oldestFirst.toReversed()]
    }),
  )
  const of = (clientId: string): readonly ClientSecret[] => secrets.get(clientId) ?? []

  return {
    of,
    add: (clientId, value = makeSecret()) => {
      const present = of(clientId)
      if (present.length === 0) {
        throw invalidParameter(`Client ${clientId} is not configured with secret`)
      }
      if (present.length >= mostSecrets) {
        throw new AwsError(
          'LimitExceededException',
          `Client ${clientId} already has ${mostSecrets} active secrets`,
        )
      }
      if (present.some((secret) => secret.value === value)) {
        throw invalidParameter(`Client ${clientId} already has this secret`)
      }
      const added = secretAt(clientId, value, nextMs())
      secrets.set(clientId, [added, ...present])
      return added
    },
    remove: (clientId, secretId) => {
      const present = of(clientId)
      const left = present.filter(({ id }) => id !== secretId)
      if (left.length === present.length) {
        throw new AwsError(
          'ResourceNotFoundException',
          `Client ${clientId} has no such client secret.`,
        )
      }
      if (left.length === 0) {
        throw invalidParameter(`The last secret of client ${clientId} can not be deleted`)
      }
      secrets.set(clientId, left)
    },
  }
}
