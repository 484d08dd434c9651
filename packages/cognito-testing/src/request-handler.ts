import type { Api, Reply } from './api.ts'

interface SdkRequest {
  headers: Readonly<Record<string, string>>
  body?: unknown
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
    options?: { abortSignal?: { readonly aborted: boolean } },
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

/** Plugs the pool into an SDK client: what it sends is answered here, without a socket. */
export const createRequestHandler = (api: Api): RequestHandler => ({
  handle: async (request, options) => {
    const stopIfAborted = (): void => {
      if (!options?.abortSignal?.aborted) return
      throw Object.assign(new Error('Request aborted'), { name: 'AbortError' })
    }
    stopIfAborted()
    const reply = await api.call({
      target: headerOf(request, 'x-amz-target'),
      authorization: headerOf(request, 'authorization'),
      userAgent: headerOf(request, 'user-agent'),
      body: readBody(request.body),
    })
    stopIfAborted()
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
