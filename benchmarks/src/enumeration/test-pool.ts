import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The command line of the test pool: a process of its own, as Cognito is. */
const CLI = new URL('cli.js', import.meta.resolve('@x/cognito-testing'))

export interface TestPool {
  readonly url: string
  readonly stop: () => Promise<void>
}

/** @throws Error where the pool says no URL and ends. */
export const startTestPool = async (config: object): Promise<TestPool> => {
  const folder = await mkdtemp(join(tmpdir(), 'enumeration-'))
  const file = join(folder, 'pool.json')
  await writeFile(file, JSON.stringify(config))
  const args = [fileURLToPath(CLI), '--port', '0', '--config', file]
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(server, 'exit')
  const stop = async (): Promise<void> => {
    if (server.exitCode === null && server.signalCode === null) server.kill()
    await exited
    await rm(folder, { recursive: true })
  }

  let said = ''
  for await (const piece of server.stdout) {
    said += piece
    const [, url] = /^Test user pool on (\S+)\n/.exec(said) ?? []
    if (url === undefined) continue
    server.stdout.resume()
    return { url, stop }
  }
  await stop()
  throw new Error('the test pool ended without an answer')
}
