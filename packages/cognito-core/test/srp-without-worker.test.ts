import { type CognitoWarning, createCognito } from '@x/cognito-core'
import { createTestUserPool } from '@x/cognito-testing'
import { expect, it } from 'vitest'

const user = { username: 'ada', password: 'Correct-horse-1' }

/** TypeScript sources have no file that a worker could run, and neither have bundles. */
it('SRP is done on the main thread where no worker can be started, and a warning says so once', async () => {
  const { options } = createTestUserPool({ users: [user] })
  const warnings: CognitoWarning[] = []
  const onWarning = (warning: CognitoWarning) => warnings.push(warning)
  const cognito = createCognito({ ...options, srp: { worker: true }, onWarning })
  for (const _ of [1, 2, 3]) {
    await expect(cognito.signIn(user)).resolves.toMatchObject({ status: 'signed-in' })
  }
  expect(warnings).toEqual([
    {
      code: 'COGNITO_SRP_WORKER_FAILED',
      message: expect.stringContaining('srp-worker.js'),
      params: { reason: expect.stringContaining('srp-worker.js') },
    },
  ])
})
