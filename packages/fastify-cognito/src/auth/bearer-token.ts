import type { FastifyRequest } from 'fastify'

/** What a request carries as `Authorization: Bearer …`; `undefined` where it carries nothing so. */
export const bearerToken = ({ headers }: FastifyRequest): string | undefined =>
  /^bearer +(.+)$/i.exec(headers.authorization ?? '')?.[1]
