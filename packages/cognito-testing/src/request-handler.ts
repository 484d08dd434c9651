import type { Api, Reply } from './api.ts'

interface SdkRequest {
  headers: Readonly<Record<string, string>>
  body?: unknown
}

/** As much of an AbortSignal as the SDK promises. */
interface CallSignal {
  readonly aborted: boolean
  addEventListener?: (type: 'abort', listener: () => void) => void
  removeEventListener?: (type: 'abort', listener: () => void) => void
}

interface SdkResponse {
  statusCode: number
  headers: Record<string, string>
  body: Uint8Array
}

/**
 * The part of the SDK's HTTP handler interface that its clients use. (A type alias, as the SDK
 * takes no interface here.)
 */
export type RequestHandler = {
  handle(
    request: SdkRequest,
    options?: { abortSignal?: CallSignal },
  ): Promise<{ response: SdkResponse }>
  updateHttpClientConfig(): void
  httpHandlerConfigs(): Record<string, never>
  destroy(): void
}

const brokenConnections = {
  timeout: {
    name: 'TimeoutError',
    message: 'The test pool lets this request time out',
    code: 'ETIMEDOUT',
  },
  reset: { name: 'Error', message: 'read ECONNRESET', code: 'ECONNRESET' },
} as const satisfies Record<Exclude<Reply['kind'], 'answer'>, object>

const headerOf = (request: SdkRequest, name: string): string =>
  Object.entries(request.headers).find(([key]) => key.toLowerCase() === name)?.[1] ?? ''

const readBody = (body: unknown): string =>
  body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body ?? '')

const aborted = (): Error => Object.assign(new Error('Request aborted'), { name: 'AbortError' })

/** The answer, unless the caller gives up before: an answer that is held waits for nobody. */
const untilAborted = (signal: CallSignal | undefined, reply: Promise<Reply>): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const stop = (): void => reject(aborted())
    if (signal?.aborted) stop()
    signal?.addEventListener?.('abort', stop)
    reply.then(resolve, reject).finally(() => signal?.removeEventListener?.('abort', stop))
  })

/** Plugs the pool into an SDK client: what it sends is answered here, without a socket. */
export const createRequestHandler = (api: Api): RequestHandler => ({
  handle: async (request, options) => {
    const signal = options?.abortSignal
    if (signal?.aborted) throw aborted()
    const call = api.call({
      target: headerOf(request, 'x-amz-target'),
      authorization: headerOf(request, 'authorization'),
      userAgent: headerOf(request, 'user-agent'),
      body: readBody(request.body),
    })
    const reply = await untilAborted(signal, call)
    if (reply.kind !== 'answer') {
      const { message, ...fields } = brokenConnections[reply.kind]
      throw Object.assign(new Error(message), fields)
    }
    const headers = Object.fromEntries(
      Object.entries(reply.headers).map(([name, value]) => [name.toLowerCase(), value]),
    )
    return { response: { statusCode: reply.status, headers, body: Buffer.from(reply.body) } }
  },
  updateHttpClientConfig: () => {},
  httpHandlerConfigs: () => ({}),
  destroy: () => {},
})
