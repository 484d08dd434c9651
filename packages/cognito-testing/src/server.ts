import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http'
import type { Api } from './api.ts'
import type { Inbox } from './inbox.ts'
import { hostInUrl, isLoopbackHeader, loopbackHosts } from './loopback.ts'
import { type Check, isInteger, isObjectOf, isOneOf } from './option-checks.ts'
import type { PoolSettings } from './pool-settings.ts'
import { publicKeysOf } from './signing-keys.ts'

export interface ListenOptions {
  /** @default one that is free */
  port?: number
  /**
   * A loopback address: the pool gives away keys and codes, and is never served to others.
   * @default '127.0.0.1'
   */
  host?: string
}

export interface ListeningPool {
  /** Such as `http://127.0.0.1:9229`. */
  url: string
  close(): Promise<void>
}

interface Served {
  settings: PoolSettings
  api: Api
  inbox: Inbox
}

const largestBody = 1_000_000

const cors = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
}

const preflight = {
  ...cors,
  'Access-Control-Allow-Methods': 'GET,POST,OPTIONS',
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Max-Age': '172800',
}

/** Undefined for a body that is too large. */
const readBody = async (request: IncomingMessage): Promise<string | undefined> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) {
    chunks.push(chunk)
    if (chunks.reduce((size, { length }) => size + length, 0) > largestBody) return undefined
  }
  return Buffer.concat(chunks).toString()
}

const sendJson = (
  response: ServerResponse,
  value: object,
  headers: Readonly<Record<string, string>>,
): void => {
  response.writeHead(200, { 'Content-Type': 'application/json', ...headers })
  response.end(JSON.stringify(value))
}

const answerApi = async (
  { api }: Served,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const body = await readBody(request)
  if (body === undefined) {
    response.writeHead(413, { ...cors, Connection: 'close' }).end()
    return
  }
  const {
    'x-amz-target': target,
    authorization = '',
    'user-agent': userAgent = '',
  } = request.headers
  const reply = await api.call({ target: String(target ?? ''), authorization, userAgent, body })
  if (reply.kind === 'answer') {
    response.writeHead(reply.status, { ...reply.headers, ...cors }).end(reply.body)
  } else if (reply.kind === 'reset') request.socket.resetAndDestroy()
  // A timeout: no answer, for as long as the caller cares to wait.
}

const pages = (
  { settings, inbox }: Served,
  url: string,
): Readonly<Record<string, (response: ServerResponse) => void>> => {
  const base = `/${settings.userPoolId}/.well-known`
  return {
    [`${base}/jwks.json`]: (response) => {
      sendJson(response, publicKeysOf(settings.userPoolId), cors)
    },
    [`${base}/openid-configuration`]: (response) => {
      const document = {
        issuer: settings.issuer,
        jwks_uri: `${url}${base}/jwks.json`,
        id_token_signing_alg_values_supported: ['RS256'],
        subject_types_supported: ['public'],
      }
      sendJson(response, document, cors)
    },
    // No CORS here: codes are for the person at this machine, not for any page in their browser.
    '/inbox': (response) => sendJson(response, inbox.messages, { 'Cache-Control': 'no-store' }),
  }
}

const createListener =
  (served: Served, url: () => string): RequestListener =>
  async (request, response) => {
    if (!isLoopbackHeader(request.headers.host, request.socket.localPort ?? 0)) {
      const names = loopbackHosts.map(hostInUrl).join(', ')
      response
        .writeHead(403, { 'Content-Type': 'text/plain', Connection: 'close' })
        .end(`Requests are answered under the names ${names} only\n`)
      return
    }
    const path = request.url?.split('?')[0] ?? ''
    const page = request.method === 'GET' ? pages(served, url())[path] : undefined
    try {
      if (page) page(response)
      else if (request.method === 'OPTIONS') response.writeHead(204, preflight).end()
      else if (request.method === 'POST' && path === '/') await answerApi(served, request, response)
      else response.writeHead(404, cors).end()
    } catch (error) {
      // A defect of the pool, or a caller that hung up while it was being read.
      if (!response.headersSent) response.writeHead(500, cors)
      response.end(JSON.stringify({ __type: 'InternalErrorException', message: String(error) }))
    }
  }

const checkOptions = isObjectOf({
  port: isInteger({ from: 0, to: 65_535 }),
  host: isOneOf(...loopbackHosts),
} satisfies Record<keyof ListenOptions, Check>)

/**
 * @throws {TypeError} for a host others could reach; rejects with the system's error for a taken
 * port
 */
export const listen = async (
  served: Served,
  options: ListenOptions = {},
): Promise<ListeningPool> => {
  checkOptions('listen', options)
  const { port = 0, host = '127.0.0.1' } = options
  let url = ''
  const server = createServer(createListener(served, () => url))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  const boundPort = typeof address === 'object' ? address?.port : port
  url = `http://${hostInUrl(host)}:${boundPort}`
  return {
    url,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}
