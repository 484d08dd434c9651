import type { TestUserPool } from '@x/cognito-testing'
import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import { demoInbox } from './demo-inbox.ts'
import { createDemoPool, demoCustomAttributes } from './demo-pool.ts'

export interface Demo {
  app: FastifyInstance
  pool: TestUserPool
}

const waysToSignIn = ['passkey', 'email-code', 'sms-code', 'choice', 'custom'] as const

/** The same service on a pool in this process, with an inbox for what that pool sends. */
export const buildDemo = async (options: {
  sessionSecret: string
  logLevel?: 'silent'
  /** @default the demo's own */
  pool?: TestUserPool
}): Promise<Demo> => {
  const { pool = createDemoPool(), ...rest } = options
  const cognito = { ...pool.options, customAttributes: demoCustomAttributes }
  const app = await buildApp({
    ...rest,
    cognito,
    waysToSignIn,
    tracksSessions: true,
    inbox: '/inbox',
  })
  await app.register(demoInbox, { pool, prefix: '/inbox' })
  return { app, pool }
}
