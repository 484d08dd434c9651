import { howToTry } from './how-to-try.ts'
import { readSettings } from './settings/settings.ts'
import { unreadVariables } from './settings/unread-variables.ts'
import { start } from './start.ts'
import { startProblem } from './start-problem.ts'

// The AWS SDK's own: a notice of what its releases of 2027 will ask of Node.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'

try {
  const settings = readSettings(process.env)
  for (const line of unreadVariables(process.env)) process.stdout.write(`${line}\n`)
  const { url, close } = await start(settings)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, close)
  process.stdout.write(howToTry({ url, ...settings }))
} catch (error) {
  const problem = startProblem(error)
  if (problem === undefined) throw error
  process.stderr.write(`${problem}\n`)
  process.exitCode = 1
}
