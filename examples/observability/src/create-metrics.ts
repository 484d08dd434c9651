import { tracingChannel } from 'node:diagnostics_channel'
import { type CallEvent, channels as core, type VerificationEvent } from '@x/cognito-core'
import { channels as plugin, type RefreshEvent, type RefusalEvent } from '@x/fastify-cognito'
import { Counter, Registry } from 'prom-client'
import { listenOn } from './listen-on.ts'

export interface Metrics {
  registry: Registry
  countSignIn(): void
  /** No more is counted. */
  close(): void
}

/** Counts what the packages tell. No label holds more values than there are codes, operations and routes. */
export const createMetrics = (): Metrics => {
  const registry = new Registry()
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers: [registry] })

  const signIns = counter('cognito_sign_ins_total', 'Users who have signed in', [])
  const calls = counter('cognito_calls_total', 'Calls of Cognito', ['operation', 'outcome'])
  const verifications = counter('cognito_verifications_total', 'Tokens that were looked at', [
    'token_use',
    'outcome',
  ])
  const refreshes = counter('cognito_refreshes_total', 'Tokens that were renewed', [
    'where',
    'outcome',
  ])
  const refusals = counter('cognito_refusals_total', 'Requests that were refused', [
    'code',
    'status',
    'route',
  ])

  const callEnds = tracingChannel<unknown, CallEvent>(core.call).asyncEnd
  const endings = [
    listenOn<CallEvent>(callEnds.name.toString(), ({ operation, code = 'done' }) =>
      calls.inc({ operation, outcome: code }),
    ),
    listenOn<VerificationEvent>(core.verification, ({ tokenUse, outcome }) =>
      verifications.inc({ token_use: tokenUse, outcome }),
    ),
    listenOn<RefreshEvent>(plugin.refresh, ({ where, outcome }) =>
      refreshes.inc({ where, outcome }),
    ),
    listenOn<RefusalEvent>(plugin.refusal, ({ code, statusCode, route = 'unknown' }) =>
      refusals.inc({ code, status: statusCode, route }),
    ),
  ]
  return {
    registry,
    countSignIn: () => signIns.inc(),
    close: () => {
      for (const end of endings) end()
    },
  }
}
