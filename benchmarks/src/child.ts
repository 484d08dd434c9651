import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface ChildInput {
  readonly script: URL
  readonly args?: readonly string[]
  /** The binary of Node. @default this one */
  readonly node?: string
}

export interface Child {
  readonly send: (message: object) => void
  /** @throws Error where the process ends without another message, or is silent for too long. */
  readonly next: (timeoutSeconds: number) => Promise<unknown>
  readonly stop: () => Promise<void>
}

/** A process that answers by messages, and ends with this one. */
export const startChild = ({ script, args = [], node = process.execPath }: ChildInput): Child => {
  const path = fileURLToPath(script)
  const child = fork(path, args, { execPath: node, serialization: 'json' })
  const exited = once(child, 'exit')

  const next = async (timeoutSeconds: number): Promise<unknown> => {
    const abort = new AbortController()
    const signal = AbortSignal.any([abort.signal, AbortSignal.timeout(timeoutSeconds * 1000)])
    const ended = exited.then(() => {
      throw new Error(`${path} ended without an answer`)
    })
    try {
      const [message] = await Promise.race([once(child, 'message', { signal }), ended])
      return message
    } finally {
      abort.abort()
    }
  }

  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill()
    await exited
  }

  return { send: (message) => child.send(message), next, stop }
}
