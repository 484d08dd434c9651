import { createTestUserPool, type TestUserPool } from '@x/cognito-testing'
import type { FastifyInstance } from 'fastify'

export const demoUser = { username: 'ada@example.com', password: 'Analytical-Engine-1' } as const

/** A pool in this process, whose app client has a secret, as the older service needed one. */
export const createDemoPool = (): TestUserPool =>
  createTestUserPool({
    clients: [{ secret: true }],
    users: [{ ...demoUser, attributes: { email: demoUser.username, given_name: 'Ada' } }],
  })

/** Prints what a pool of AWS would send. */
export const printMessages = (app: FastifyInstance, { inbox }: TestUserPool): void => {
  const printed = new WeakSet<object>()
  app.addHook('onResponse', async () => {
    for (const message of inbox.messages) {
      if (printed.has(message)) continue
      printed.add(message)
      process.stdout.write(`To ${message.to}, ${message.purpose}: ${message.code}\n`)
    }
  })
}
