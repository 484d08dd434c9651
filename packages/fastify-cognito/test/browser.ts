import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'

type Send = (path: string, body?: object, more?: InjectOptions) => Promise<LightMyRequestResponse>

/** Keeps cookies as a browser does, and says where its requests come from. */
export interface Browser {
  cookies: Map<string, string>
  get: Send
  post: Send
  put: Send
  patch: Send
  delete: Send
  /** Another one with the same cookies. */
  copy(): Browser
  /** The same cookies, sent to another app. */
  at(app: FastifyInstance): Browser
}

export const createBrowser = (
  app: FastifyInstance,
  cookies: Map<string, string> = new Map(),
): Browser => {
  const send =
    (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'): Send =>
    async (url, body, more = {}) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const headers = {
        ...(cookie && { cookie }),
        'sec-fetch-site': 'same-origin',
        ...more.headers,
      }
      const answer = await app.inject({
        method,
        url,
        ...(body && { payload: body }),
        ...more,
        // One that is said to be undefined is not sent.
        headers: Object.fromEntries(
          Object.entries(headers).filter(([, value]) => value !== undefined),
        ),
      })
      for (const { name, value, maxAge } of answer.cookies) {
        if (maxAge === 0) cookies.delete(name)
        else cookies.set(name, value)
      }
      return answer
    }
  return {
    cookies,
    get: send('GET'),
    post: send('POST'),
    put: send('PUT'),
    patch: send('PATCH'),
    delete: send('DELETE'),
    copy: () => createBrowser(app, new Map(cookies)),
    at: (other) => createBrowser(other, cookies),
  }
}
