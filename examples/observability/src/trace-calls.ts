import { tracingChannel } from 'node:diagnostics_channel'
import { type Span, SpanKind, SpanStatusCode, type Tracer } from '@opentelemetry/api'
import { type CallEvent, channels } from '@x/cognito-core'

/** Makes a span of each call of Cognito, below that of the request it is made for. Gives what ends it. */
export const traceCalls = (tracer: Tracer): (() => void) => {
  const spans = new WeakMap<CallEvent, Span>()
  const nothing = () => {}
  const subscribers = {
    start: (call: CallEvent) => {
      const { operation, userPoolId, clientId } = call
      const attributes = {
        'rpc.system': 'aws-api',
        'rpc.service': 'CognitoIdentityProvider',
        'rpc.method': operation,
        'cognito.user_pool_id': userPoolId,
        ...(clientId && { 'cognito.client_id': clientId }),
      }
      // The parent is whatever span is active here.
      spans.set(
        call,
        tracer.startSpan(`Cognito ${operation}`, { kind: SpanKind.CLIENT, attributes }),
      )
    },
    asyncEnd: (call: CallEvent) => {
      const span = spans.get(call)
      if (call.code) {
        span?.setAttribute('error.type', call.code)
        span?.setStatus({ code: SpanStatusCode.ERROR })
      }
      span?.end()
    },
    end: nothing,
    asyncStart: nothing,
    error: nothing,
  }
  const calls = tracingChannel<unknown, CallEvent>(channels.call)
  calls.subscribe(subscribers)
  return () => calls.unsubscribe(subscribers)
}
