import { context, propagation, trace } from '@opentelemetry/api'
import {
  NodeTracerProvider,
  SimpleSpanProcessor,
  type SpanExporter,
} from '@opentelemetry/sdk-trace-node'
import { createTestUserPool } from '@x/cognito-testing'
import { buildApp } from './build-app.ts'
import { createMetrics } from './create-metrics.ts'
import { exporterOf } from './exporter-of.ts'
import type { Settings } from './settings.ts'
import { traceCalls } from './trace-calls.ts'

export const demoUser = { username: 'ada', password: 'Analytical-Engine-1' } as const

export interface Service {
  url: string
  exporter: SpanExporter | undefined
  close(): Promise<void>
}

export const start = async ({
  port,
  traces,
  cognito = createTestUserPool({ users: [demoUser] }).options,
  sessionSecret,
}: Settings): Promise<Service> => {
  const exporter = exporterOf(traces)
  const spanProcessors = exporter ? [new SimpleSpanProcessor(exporter)] : []
  const provider = new NodeTracerProvider({ spanProcessors })
  // Contexts are kept in an AsyncLocalStorage from here on, by which a call finds its request.
  provider.register()
  const tracer = trace.getTracer('observability')
  const metrics = createMetrics()
  const endTracing = traceCalls(tracer)
  const app = await buildApp({
    cognito: { ...cognito, session: { secrets: [sessionSecret] } },
    metrics,
    tracer,
  })
  const url = await app.listen({ host: '127.0.0.1', port })
  return {
    url,
    exporter,
    close: async () => {
      await app.close()
      endTracing()
      metrics.close()
      await provider.shutdown()
      for (const api of [trace, context, propagation]) api.disable()
    },
  }
}
