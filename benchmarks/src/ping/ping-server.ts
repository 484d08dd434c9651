import { setImmediate } from 'node:timers/promises'
import Fastify from 'fastify'
import { createFakeServer } from '../srp/fake-server.ts'
import { identityJs } from '../srp/identity-js.ts'
import { ours } from '../srp/ours.ts'
import { oursOnAWorker } from '../srp/ours-on-a-worker.ts'

/** Answers /ping, and computes a sign-in in the same process for each request to /sign-in. */
const [, , variantName] = process.argv
const { signIn } = [identityJs, oursOnAWorker].find(({ name }) => name === variantName) ?? ours

const { account, open } = createFakeServer()
const { challenge } = open('2')

const compute = () =>
  signIn({
    account,
    challengeFor: async () => {
      // A sign-in waits for Cognito here, and others may run.
      await setImmediate()
      return challenge
    },
    timed: async (_phase, work) => work(),
  })

const app = Fastify()
app.get('/ping', () => ({ pong: true }))
app.get('/sign-in', compute)

for (let warmUp = 0; warmUp < 3; warmUp += 1) await compute()
const url = await app.listen({ host: '127.0.0.1', port: 0 })
process.on('disconnect', () => process.exit())
process.send?.({ url })
