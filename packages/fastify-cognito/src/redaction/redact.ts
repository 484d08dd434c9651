import { Stream } from 'node:stream'
import { type IsSecret, isSecretText } from './secret-names.ts'

/** What is logged under this name: the value itself, or a copy without what is secret. Never throws. */
export type Redact = (name: string, value: unknown) => unknown

export const createRedact = (isSecret: IsSecret): Redact => {
  const isHidden = (name: string, value: unknown, holder: object): boolean =>
    value !== undefined && value !== null && isSecret(name, value, holder)

  /** Most is, and is not copied then. What is too large to be sure counts as not. */
  const isClean = (whole: unknown): boolean => {
    let left = mostSeen
    const isCleanToo = (value: unknown): boolean => {
      if (typeof value === 'string') return !isSecretText(value)
      if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return true
      left -= 1
      if (left < 0 || hasJson(value) || value instanceof Stream) return false
      return Object.entries(value).every(
        ([name, each]) => !isHidden(name, each, value) && isCleanToo(each),
      )
    }
    return isCleanToo(whole)
  }

  /** As `JSON.stringify` sees it. */
  const copyOf = (value: unknown): unknown => {
    // Things may hold each other, in circles too.
    const copies = new Map<object, unknown>()

    const copyOfObject = (original: object): unknown => {
      // Sockets lead to everything, and messages to their bytes.
      if (original instanceof Stream) return `[${original.constructor.name}]`
      const known = copies.get(original)
      if (known) return known
      const copy: Record<string, unknown> | unknown[] = Array.isArray(original) ? [] : {}
      copies.set(original, copy)
      for (const [name, each] of Object.entries(original)) {
        const shown = isHidden(name, each, original) ? mark : show(each)
        Object.defineProperty(copy, name, { value: shown, enumerable: true })
      }
      return copy
    }

    const show = (each: unknown): unknown => {
      if (ArrayBuffer.isView(each)) return each
      const seen = hasJson(each) ? each.toJSON() : each
      if (typeof seen === 'string') return isSecretText(seen) ? mark : seen
      return typeof seen === 'object' && seen !== null ? copyOfObject(seen) : seen
    }

    return show(value)
  }

  return (name, value) => {
    try {
      if (isHidden(name, value, nothing)) return mark
      return isClean(value) ? value : copyOf(value)
    } catch {
      return '[Cannot be shown]'
    }
  }
}

/** As pino itself marks what it leaves out. */
const mark = '[Redacted]'
const nothing = {}

/** In objects; what holds more may go round in circles. */
const mostSeen = 100

const hasJson = (value: unknown): value is { toJSON(): unknown } =>
  typeof (value as { toJSON?: unknown } | null | undefined)?.toJSON === 'function'
