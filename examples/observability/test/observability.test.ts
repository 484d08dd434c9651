import { InMemorySpanExporter, type ReadableSpan } from '@opentelemetry/sdk-trace-node'
import { ConfigurationError } from '@x/cognito-core'
import { createTestUserPool } from '@x/cognito-testing'
import { expect, onTestFinished, test } from 'vitest'
import { howToTry } from '../src/how-to-try.ts'
import { readSettings } from '../src/settings.ts'
import { demoUser, start } from '../src/start.ts'

const startService = async (settings: Partial<Parameters<typeof start>[0]> = {}) => {
  const service = await start({
    ...readSettings({ PORT: '0', TRACES: 'memory' }),
    ...settings,
  })
  onTestFinished(service.close)
  const signIn = (credentials: object = demoUser, headers: Record<string, string> = {}) =>
    fetch(`${service.url}/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(credentials),
    })
  const metrics = async () => (await fetch(`${service.url}/metrics`)).text()
  /** Once they have ended, which may be a moment after an answer has come. */
  const spans = async (count: number): Promise<readonly ReadableSpan[]> => {
    const { exporter } = service
    if (!(exporter instanceof InMemorySpanExporter)) throw new Error('TRACES=memory')
    await expect
      .poll(() => exporter.getFinishedSpans().length, { timeout: 10_000 })
      .toBeGreaterThanOrEqual(count)
    return exporter.getFinishedSpans()
  }
  return { ...service, signIn, metrics, spans }
}

const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

test('calls of Cognito are spans below the request that they are made for', async () => {
  const { signIn, spans } = await startService()
  const traceId = '0af7651916cd43dd8448eb211c80319c'
  const traceparent = `00-${traceId}-b7ad6b7169203331-01`
  expect((await signIn(demoUser, { traceparent })).status).toBe(200)
  const finished = await spans(3)
  const request = finished.find(({ name }) => name === 'POST /auth/sign-in')
  expect(request?.attributes).toEqual({
    'http.request.method': 'POST',
    'http.route': '/auth/sign-in',
    'http.response.status_code': 200,
  })
  expect(request?.parentSpanContext?.spanId).toBe('b7ad6b7169203331')
  const calls = finished.filter(({ name }) => name.startsWith('Cognito '))
  expect(calls.map(({ name }) => name)).toEqual([
    'Cognito InitiateAuth',
    'Cognito RespondToAuthChallenge',
  ])
  for (const call of calls) {
    expect(call.parentSpanContext?.spanId).toBe(request?.spanContext().spanId)
    expect(call.spanContext().traceId).toBe(traceId)
  }
})

test('requests at the same time have a trace each', async () => {
  const { signIn, spans } = await startService()
  await Promise.all([signIn(), signIn(), signIn()])
  const finished = await spans(9)
  const traceIds = finished.map((span) => span.spanContext().traceId)
  expect(new Set(traceIds).size).toBe(3)
  for (const id of traceIds) expect(traceIds.filter((each) => each === id)).toHaveLength(3)
})

test('what Cognito refuses is a span in error, by code', async () => {
  const { signIn, spans } = await startService()
  await signIn({ ...demoUser, password: 'Wrong-Engine-1' })
  const failed = (await spans(3)).filter(({ status }) => status.code === 2)
  expect(failed.map(({ name, attributes }) => `${name} ${attributes['error.type']}`)).toEqual([
    'Cognito RespondToAuthChallenge COGNITO_INVALID_CREDENTIALS',
  ])
})

test('sign-ins, calls, verifications, refreshes and refusals are counted', async () => {
  const pool = createTestUserPool({ users: [demoUser] })
  const { url, signIn, metrics } = await startService({ cognito: pool.options })
  const cookie = cookieOf(await signIn())
  expect((await fetch(`${url}/orders/7`, { headers: { cookie } })).status).toBe(200)
  await fetch(`${url}/orders/7?token=x`)
  await signIn({ ...demoUser, password: 'Wrong-Engine-1' })
  const refresh = { method: 'POST', headers: { cookie, 'sec-fetch-site': 'same-origin' } }
  expect((await fetch(`${url}/auth/refresh`, refresh)).status).toBe(200)

  const text = await metrics()
  for (const line of [
    'cognito_sign_ins_total 1',
    'cognito_calls_total{operation="InitiateAuth",outcome="done"} 2',
    'cognito_calls_total{operation="RespondToAuthChallenge",outcome="done"} 1',
    'cognito_calls_total{operation="RespondToAuthChallenge",outcome="COGNITO_INVALID_CREDENTIALS"} 1',
    'cognito_refreshes_total{where="session",outcome="made"} 1',
    'cognito_refusals_total{code="TOKEN_MISSING",status="401",route="/orders/:id"} 1',
    'cognito_refusals_total{code="COGNITO_INVALID_CREDENTIALS",status="401",route="/auth/sign-in"} 1',
  ]) {
    expect(text.split('\n')).toContain(line)
  }
  expect(text).toMatch(/cognito_verifications_total\{token_use="access",outcome="verified"\} \d/)
})

test('nothing secret is in a span or a metric', async () => {
  const pool = createTestUserPool({ users: [demoUser], clients: [{ secret: true }] })
  const { url, signIn, metrics, spans } = await startService({ cognito: pool.options })
  const wrong = 'Wrong-Engine-1'
  const cookie = cookieOf(await signIn())
  await signIn({ ...demoUser, password: wrong })
  await fetch(`${url}/orders/7?secret=in-the-url`, { headers: { cookie } })
  const shown = (await spans(7)).map(({ name, attributes, events, status }) => ({
    name,
    attributes,
    events,
    status,
  }))
  const text = `${JSON.stringify(shown)} ${await metrics()}`
  const values = cookie.split('; ').map((each) => each.slice(each.indexOf('=') + 1))
  const secrets = [demoUser.password, wrong, 'in-the-url', pool.clients[0]?.secret ?? '', ...values]
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(8)
    expect(text.includes(secret)).toBe(false)
  }
})

test('where no traces are wanted, all is counted all the same', async () => {
  const { signIn, metrics, exporter } = await startService({ traces: 'off' })
  await signIn()
  expect(exporter).toBeUndefined()
  expect(await metrics()).toContain('cognito_sign_ins_total 1')
})

test('nothing is counted once the service has stopped', async () => {
  const first = await startService()
  await first.close()
  const second = await startService()
  await second.signIn()
  expect((await second.spans(3)).length).toBe(3)
})

test('it says how to try it', () => {
  const text = howToTry({ url: 'http://127.0.0.1:3001', userPoolId: undefined })
  expect(text).toContain('curl http://127.0.0.1:3001/metrics')
  expect(text).toContain(demoUser.password)
  const ofAws = howToTry({ url: 'http://127.0.0.1:3001', userPoolId: 'eu-west-1_AbCdEf123' })
  expect(ofAws).toContain('eu-west-1_AbCdEf123')
  expect(ofAws).not.toContain(demoUser.password)
})

test.each([
  [{ PORT: '70000' }, /PORT/],
  [{ TRACES: 'paper' }, /TRACES.*console, memory, off/],
  [{ COGNITO_USER_POOL_ID: 'eu-west-1_AbCdEf123' }, /COGNITO_APP_CLIENT_ID/],
])('a wrong variable is told by name: %j', (env, message) => {
  expect(() => readSettings(env)).toThrow(ConfigurationError)
  expect(() => readSettings(env)).toThrow(message)
})
