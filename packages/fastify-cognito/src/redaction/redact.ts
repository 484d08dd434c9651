import { Stream } from 'node:stream'
import { type IsSecret, isSecretText } from './secret-names.ts'

/** As pino itself marks what it leaves out. */
export const redactedMark = '[Redacted]'

/** A copy, as `JSON.stringify` sees it, without what is secret. Never throws. */
export type Redact = (value: unknown) => unknown

export const createRedact =
  (isSecret: IsSecret): Redact =>
  (value) => {
    // Things may hold each other, in circles too.
    const copies = new Map<object, unknown>()

    const copyOf = (original: object): unknown => {
      // Sockets lead to everything, and messages to their bytes.
      if (original instanceof Stream) return `[${original.constructor.name}]`
      if (ArrayBuffer.isView(original)) return original
      const known = copies.get(original)
      if (known) return known
      const copy: Record<string, unknown> | unknown[] = Array.isArray(original) ? [] : {}
      copies.set(original, copy)
      for (const [name, each] of Object.entries(original)) {
        const isHidden = each !== undefined && each !== null && isSecret(name, each, original)
        Object.assign(copy, { [name]: isHidden ? redactedMark : show(each) })
      }
      return copy
    }

    const show = (each: unknown): unknown => {
      const seen = hasJson(each) ? each.toJSON() : each
      if (typeof seen === 'string') return isSecretText(seen) ? redactedMark : seen
      return typeof seen === 'object' && seen !== null ? copyOf(seen) : seen
    }

    try {
      return show(value)
    } catch {
      return '[Cannot be shown]'
    }
  }

const hasJson = (value: unknown): value is { toJSON(): unknown } =>
  typeof (value as { toJSON?: unknown } | null | undefined)?.toJSON === 'function'
