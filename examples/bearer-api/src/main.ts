import { ConfigurationError, cognitoOptionsFromEnv } from '@x/cognito-core'
import { buildApp } from './build-app.ts'
import { createDemoPool, demoUsers } from './demo-pool.ts'

// The AWS SDK's own: a notice of what its releases of 2027 will ask of Node.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'

const readPort = (text = ''): number => {
  const port = text === '' ? 3002 : Number(text)
  if (/^\d*$/.test(text) && port <= 65_535) return port
  throw new ConfigurationError('PORT', 'is no port; give a number from 0 to 65535.')
}

try {
  const port = readPort(process.env['PORT'])
  const demo = process.env['COGNITO_USER_POOL_ID'] ? undefined : createDemoPool()
  const app = await buildApp(demo?.options ?? cognitoOptionsFromEnv())
  const url = await app.listen({ host: '127.0.0.1', port })
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => app.close())
  const token = (await demo?.tokenOf(demoUsers[0])) ?? '…'
  process.stdout.write(`
Orders on ${url}, documented at ${url}/docs

TOKEN=${token}
curl -H "authorization: Bearer $TOKEN" ${url}/orders
curl -H "authorization: Bearer $TOKEN" -X POST ${url}/orders
curl ${url}/orders

`)
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
