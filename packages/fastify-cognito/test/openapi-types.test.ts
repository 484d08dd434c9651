import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { createTestUserPool } from '@x/cognito-testing'
import openapiTypescript, { astToString } from 'openapi-typescript'
import { expect, test } from 'vitest'
import { startDocumented } from './openapi/start-documented.ts'

const biome = join(import.meta.dirname, '../../../node_modules/.bin/biome')

const formatted = (code: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = execFile(biome, ['format', '--stdin-file-path=api.d.ts'], (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    )
    child.stdin?.end(code)
  })

// Where this fails the routes have changed. `npx vitest run --project fastify openapi-types -u`, at the
// root of the repository, writes the types anew; what no longer compiles in typed-client.test.ts then is
// what breaks clients.
test('the types of clients are up to date', async () => {
  const app = await startDocumented(createTestUserPool())
  const types = astToString(await openapiTypescript(JSON.stringify(app.swagger())))
  await expect(await formatted(types)).toMatchFileSnapshot('openapi/auth-api.d.ts')
})
