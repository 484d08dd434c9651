import {
  ConsoleSpanExporter,
  InMemorySpanExporter,
  type SpanExporter,
} from '@opentelemetry/sdk-trace-node'
import type { Settings } from './settings.ts'

/** Where spans go. A service of yours has an OTLP exporter in this place. */
export const exporterOf = (traces: Settings['traces']): SpanExporter | undefined => {
  if (traces === 'off') return undefined
  return traces === 'memory' ? new InMemorySpanExporter() : new ConsoleSpanExporter()
}
