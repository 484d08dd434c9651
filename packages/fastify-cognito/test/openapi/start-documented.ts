import swagger from '@fastify/swagger'
import type { TestUserPool } from '@x/cognito-testing'
import type { FastifyInstance } from 'fastify'
import { startApp, withCookies } from '../start-app.ts'
import { everyFeature } from './every-feature.ts'

/** An app with every feature, whose clients have cookies or say that they take tokens. */
export const startDocumented = (pool: TestUserPool): Promise<FastifyInstance> =>
  startApp({
    pool,
    options: {
      ...withCookies,
      deliver: ({ headers }) => (headers['x-client'] === 'mobile' ? 'body' : 'cookie'),
      customAttributes: { level: 'number' },
      routes: { features: everyFeature },
    },
    before: (app) =>
      app.register(swagger, {
        openapi: { openapi: '3.1.0', info: { title: 'Auth', version: '1.0.0' } },
      }),
  })
