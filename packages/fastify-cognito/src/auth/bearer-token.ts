import type { FastifyRequest } from 'fastify'

/** What a request carries as `Authorization: Bearer …`; `undefined` where it carries nothing so. */
export const bearerToken = ({ headers }: FastifyRequest): string | undefined => {
  const { authorization = '' } = headers
  // Only its beginning is looked at: the rest is long, and verified anyway.
  if (!/^bearer /i.test(authorization)) return undefined
  return authorization.slice('bearer '.length).trimStart() || undefined
}
