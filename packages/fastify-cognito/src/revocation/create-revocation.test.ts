import { createCognito } from '@x/cognito-core'
import { createTestUserPool } from '@x/cognito-testing'
import Fastify, { type FastifyRequest } from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { createCallFor } from '../call-for.ts'
import { createRevocation } from './create-revocation.ts'

test('an ID token that Cognito would have to be asked about is not let in', async () => {
  const app = Fastify()
  onTestFinished(() => app.close())
  const { options, calls } = createTestUserPool()
  const revocation = createRevocation({
    options: { checkRevoked: 'always' },
    callFor: createCallFor(undefined),
    log: app.log,
  })
  const check = async (request: FastifyRequest) =>
    revocation.check({
      claims: { sub: 's', auth_time: 1 } as never,
      request,
      cognito: createCognito(options),
    })
  app.get('/', async (request) => {
    await expect(check(request)).rejects.toThrow(TypeError)
    return 'refused'
  })
  expect((await app.inject('/')).body).toBe('refused')
  expect(calls['GetUser'] ?? 0).toBe(0)
})
