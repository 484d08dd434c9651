import {
  type FormatLog,
  formattersKey,
  type PinoLogger,
  type Serializer,
  type Serializers,
  serializersKey,
} from './pino-logger.ts'
import type { Redact } from './redact.ts'
import { hidden } from './secret-names.ts'
import { withoutSecrets } from './secret-texts.ts'

/** Has a logger look at what its serializers and its formatter give, and at what has none. */
export const createSecure = (redact: Redact): ((log: PinoLogger) => void) => {
  const ours = new WeakSet<Serializer>()
  const seals = new WeakMap<Serializer, Serializer>()
  const originals = new WeakMap<FormatLog, FormatLog | undefined>()
  const formatsFor = new WeakMap<Serializers, FormatLog>()

  const keep = (serializer: Serializer): Serializer => {
    ours.add(serializer)
    return serializer
  }

  const looking = (name: string, serialize: Serializer): Serializer => {
    if (ours.has(serialize)) return serialize
    const known = seals.get(serialize)
    if (known) return known
    const serializer = keep((value) => redact(name, serialize(value)))
    seals.set(serialize, serializer)
    return serializer
  }

  /** For bindings of children, which no formatter sees. */
  const usual = [...hidden, 'headers', 'body'].map((name): [string, Serializer] => [
    name,
    keep((value) => redact(name, value)),
  ])
  /** Words of somebody, such as "basic rules", and no value. */
  const message = keep((told) =>
    typeof told === 'string' ? withoutSecrets(told) : redact('msg', told),
  )

  const serializersOf = (serializers: Serializers): Serializers => {
    const own = Object.entries(serializers).map(([name, serialize]): [string, Serializer] => [
      name,
      looking(name, serialize),
    ])
    return Object.assign(
      Object.create(null),
      serializers,
      Object.fromEntries([...usual, ['msg', message], ...own]),
    )
  }

  const formatOf =
    (serializers: Serializers, format: FormatLog | undefined): FormatLog =>
    (line) => {
      const told = format ? format(line) : line
      const changed = Object.entries(told).flatMap(([name, value]) => {
        if (serializers[name]) return []
        const shown = value instanceof Error ? withShown(value, redact) : redact(name, value)
        return shown === value ? [] : [[name, shown]]
      })
      return changed.length === 0 ? told : { ...told, ...Object.fromEntries(changed) }
    }

  return (log) => {
    const { [serializersKey]: told, [formattersKey]: formatters } = log
    const { log: format } = formatters
    if (format && formatsFor.get(told) === format) return
    const serializers = serializersOf(told)
    const original = format && originals.has(format) ? originals.get(format) : format
    const looks = formatOf(serializers, original)
    originals.set(looks, original)
    formatsFor.set(serializers, looks)
    Object.assign(log, {
      [serializersKey]: serializers,
      [formattersKey]: { ...formatters, log: looks },
    })
  }
}

/** Still an error, which the serializer of errors may be asked about next. */
const withShown = (error: Error, redact: Redact): Error => {
  const own = { ...error }
  const shown = redact('', own)
  return shown === own
    ? error
    : Object.create(error, Object.getOwnPropertyDescriptors(Object(shown)))
}
