import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const core = join(import.meta.dirname, '../../cognito-core/dist/index.js')

/** Whether the AWS SDK is in the process, at each of three moments. */
const script = `
import { createRequire } from 'node:module'
import { createCognito } from ${JSON.stringify(core)}
const { cache } = createRequire(import.meta.url)
const isLoaded = () => Object.keys(cache).some((file) => file.includes('client-cognito-identity-provider'))
const cognito = createCognito({
  userPoolId: 'us-east-1_AbCdEf123',
  clientId: '1example23456789',
  endpoint: 'http://127.0.0.1:1',
})
const moments = [isLoaded()]
await cognito.verifyAccessToken('no.token.this').catch(() => undefined)
moments.push(isLoaded())
await cognito.signOut({ refreshToken: 'r' }).catch(() => undefined)
moments.push(isLoaded())
console.log(JSON.stringify(moments))
`

it('a service that only verifies tokens never loads the AWS SDK; the first call does', async () => {
  const args = ['--input-type=module', '--eval', script]
  const env = { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' }
  const { stdout } = await promisify(execFile)(process.execPath, args, { env })
  expect(JSON.parse(stdout)).toEqual([false, false, true])
})
