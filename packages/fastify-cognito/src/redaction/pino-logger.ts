export type Serializer = (value: unknown) => unknown
export type Serializers = Readonly<Record<string, Serializer>>
export type FormatLog = (line: object) => object

export const serializersKey: unique symbol = Symbol.for('pino.serializers')
export const formattersKey: unique symbol = Symbol.for('pino.formatters')

/** As far as pino lets others see its loggers, whatever its version. */
export interface PinoLogger {
  [serializersKey]: Serializers
  [formattersKey]: { log?: FormatLog | undefined }
  onChild?: (child: PinoLogger) => void
}

export const isPinoLogger = (log: unknown): log is PinoLogger =>
  serializersKey in Object(log) && formattersKey in Object(log)
