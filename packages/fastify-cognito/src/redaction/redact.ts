import { Stream } from 'node:stream'
import type { IsSecret } from './secret-names.ts'
import { mark, shownText } from './secret-texts.ts'

/** What is logged under this name: the value itself, or a copy without what is secret. Never throws. */
export type Redact = (name: string, value: unknown) => unknown

export const createRedact = (isSecret: IsSecret): Redact => {
  const isHidden = (name: string, value: unknown, holder: object): boolean =>
    value !== undefined && value !== null && isSecret(name, value, holder)

  /** Most is, and is not copied then. What is too large to be sure counts as not. */
  const isClean = (whole: unknown): boolean => {
    let left = mostSeen
    const isCleanToo = (value: unknown): boolean => {
      if (typeof value === 'string') return shownText(value) === value
      if (typeof value !== 'object' || value === null) return true
      left -= 1
      if (left < 0 || hasJson(value) || isNamedOnly(value)) return false
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
      if (isNamedOnly(original)) return `[${original.constructor.name}]`
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
      const seen = hasJson(each) && !isNamedOnly(each) ? each.toJSON() : each
      if (typeof seen === 'string') return shownText(seen)
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

const nothing = {}

/** In objects; what holds more may go round in circles. */
const mostSeen = 100

/** Sockets lead to everything, and messages to their bytes, which may be those of a token. */
const isNamedOnly = (value: object): boolean => value instanceof Stream || ArrayBuffer.isView(value)

const hasJson = (value: unknown): value is { toJSON(): unknown } =>
  typeof (value as { toJSON?: unknown } | null | undefined)?.toJSON === 'function'
