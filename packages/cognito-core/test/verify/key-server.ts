import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface KeyServer {
  endpoint: string
  /** The paths asked for, in order. */
  requests: readonly string[]
  /** Another answer from now on. */
  answer(listener: RequestListener): void
  publish(keys: readonly unknown[]): void
  close(): Promise<void>
}

const jsonOf =
  (body: unknown): RequestListener =>
  (_request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(body))
  }

/** A pool's key set over HTTP on loopback, counting its requests. */
export const startKeyServer = async (keys: readonly unknown[], port = 0): Promise<KeyServer> => {
  let listener = jsonOf({ keys })
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(request.url ?? '')
    listener(request, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answer: (next) => {
      listener = next
    },
    publish: (next) => {
      listener = jsonOf({ keys: next })
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
