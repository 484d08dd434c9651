import { randomBytes } from 'node:crypto'
import { announcement } from './announcement.ts'
import { buildApp } from './app.ts'
import { buildDemo } from './demo.ts'
import { readSettings } from './settings.ts'
import { startProblem } from './start-problem.ts'

const start = async (): Promise<void> => {
  const { port, cognito, tracksSessions, sessionSecret } = readSettings(process.env)
  const secret = sessionSecret ?? randomBytes(32).toString('base64')
  const app = cognito
    ? await buildApp({ cognito, tracksSessions, sessionSecret: secret })
    : (await buildDemo({ sessionSecret: secret })).app

  const { port: taken } = new URL(await app.listen({ host: '127.0.0.1', port }))
  // Passkeys belong to a name, never to an address of numbers.
  const url = `http://localhost:${taken}`
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => app.close())
  process.stdout.write(
    announcement({ url, userPoolId: cognito?.userPoolId, hasOwnSecret: Boolean(sessionSecret) }),
  )
}

// The AWS SDK's own: a notice of what its releases of 2027 will ask of Node.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'

try {
  await start()
} catch (error) {
  const problem = startProblem(error)
  if (problem === undefined) throw error
  process.stderr.write(`${problem}\n`)
  process.exitCode = 1
}
