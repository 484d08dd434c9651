import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Api } from './api.ts'
import type { Inbox } from './inbox.ts'
import { refuse } from './option-checks.ts'
import type { PoolSettings } from './pool-settings.ts'
import { signingKeysOf } from './signing-keys.ts'

export interface ListenOptions {
  /** @default one that is free */
  port?: number
  /** A loopback address: the pool gives away keys and codes, and is never served to others. @default '127.0.0.1' */
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

const loopback: readonly string[] = ['127.0.0.1', '::1', 'localhost']
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

const readBody = async (request: IncomingMessage): Promise<string | undefined> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > largestBody) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

const sendJson = (
  response: ServerResponse,
  value: object,
  headers: Record<string, string>,
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
  const target = request.headers['x-amz-target']
  const reply = api.call({ target: typeof target === 'string' ? target : '', body })
  if (reply.kind === 'reset') request.socket.resetAndDestroy()
  if (reply.kind !== 'answer') return
  response.writeHead(reply.status, { ...reply.headers, ...cors })
  response.end(reply.body)
}

const pages = (
  { settings, inbox }: Served,
  url: string,
): Readonly<Record<string, (response: ServerResponse) => void>> => {
  const base = `/${settings.userPoolId}/.well-known`
  return {
    [`${base}/jwks.json`]: (response) => {
      const keys = signingKeysOf(settings.userPoolId)
      sendJson(response, { keys: [keys.id.jwk, keys.access.jwk] }, cors)
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
    const { pathname } = new URL(request.url ?? '/', 'http://pool')
    if (request.method === 'OPTIONS') {
      response.writeHead(204, preflight).end()
      return
    }
    if (request.method === 'POST' && pathname === '/') {
      await answerApi(served, request, response)
      return
    }
    const page = request.method === 'GET' ? pages(served, url())[pathname] : undefined
    if (page) page(response)
    else response.writeHead(404, cors).end()
  }

/** @throws {TypeError} for a host others could reach; rejects with the system's error for a taken port */
export const listen = async (input: Served & ListenOptions): Promise<ListeningPool> => {
  const { port = 0, host = '127.0.0.1' } = input
  if (!loopback.includes(host)) refuse('listen.host', `must be one of ${loopback.join(', ')}`)
  let url = ''
  const server = createServer(createListener(input, () => url))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address() as AddressInfo
  url = `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`
  return {
    url,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}
