import type { TestUserPool } from '@x/cognito-testing'
import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import { demoInbox } from './demo-inbox.ts'
import { createDemoPool } from './demo-pool.ts'

export interface Demo {
  app: FastifyInstance
  pool: TestUserPool
}

/** The same service on a pool in this process, with an inbox for what that pool sends. */
export const buildDemo = async (options: {
  sessionSecret: string
  logLevel?: 'silent'
}): Promise<Demo> => {
  const pool = createDemoPool()
  const app = await buildApp({ ...options, cognito: pool.options, inbox: '/inbox' })
  await app.register(demoInbox, { pool, prefix: '/inbox' })
  return { app, pool }
}
