import type { FastifyBaseLogger } from 'fastify'
import { createSecure } from './create-secure.ts'
import { isPinoLogger, type PinoLogger } from './pino-logger.ts'
import { createRedact } from './redact.ts'
import { plainName, secretNames } from './secret-names.ts'

/** By logger: the names of headers that are secret in it. Apps of several pools share one. */
const headersOf = new WeakMap<object, Set<string>>()

/**
 * Whatever is logged from here on, by the app too, goes without what is secret. What serializers and
 * formatters of the app give is looked at; its own `redact` stays as it is. A logger that is not
 * pino's is left alone.
 */
export const redactLog = (log: FastifyBaseLogger, tokenHeaders: readonly string[]): void => {
  if (!isPinoLogger(log)) return
  const known = headersOf.get(log)
  const headers = known ?? new Set()
  for (const name of tokenHeaders) headers.add(plainName(name))
  if (known) return
  headersOf.set(log, headers)
  const secure = createSecure(createRedact(secretNames(headers)))
  const { onChild } = log
  secure(log)
  Object.assign(log, {
    // One that was given serializers or a formatter of its own.
    onChild: (child: PinoLogger) => {
      onChild?.(child)
      secure(child)
    },
  })
}
