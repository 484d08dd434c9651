import type { FastifyRequest } from 'fastify'

/**
 * Tells the log once for each request that its session cookie was passed by. It stays where it is: another
 * process, with another secret or version, may read it.
 */
export const tellUnreadable = (): ((request: FastifyRequest) => void) => {
  const told = new WeakSet<FastifyRequest>()
  return (request) => {
    if (told.has(request)) return
    told.add(request)
    request.log.info(
      { code: 'SESSION_UNREADABLE' },
      'a session cookie was passed by: another secret or version sealed it, or it was changed on the way',
    )
  }
}
