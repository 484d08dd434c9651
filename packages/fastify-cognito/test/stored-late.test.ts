import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { hour, pass, refused, signedIn } from './stored-stage.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const createListener = () => {
  const told: unknown[] = []
  const listen = (event: unknown) => told.push(event)
  subscribe('@x/fastify-cognito:refresh', listen)
  onTestFinished(() => {
    unsubscribe('@x/fastify-cognito:refresh', listen)
  })
  return told
}
const failed = { outcome: 'failed', code: 'STORE_UNAVAILABLE', where: 'session' }
const made = { outcome: 'made', where: 'session' }

test('tokens that the next request stores are told once, to the hook and to whoever listens', async () => {
  const told = createListener()
  const urls: string[] = []
  const onRefresh = ({ request }: { request: { url: string } }) => urls.push(request.url)
  const { browser, failNext } = await signedIn(0, {}, { onRefresh })
  pass(hour + 1)
  failNext('set', refused)
  expect((await browser.get('/who')).statusCode).toBe(503)
  expect(urls).toEqual([])
  expect((await browser.get('/who?again')).body).toBe('ada')
  expect(urls).toEqual(['/who?again'])
  expect(told).toEqual([failed, made])
})

test('so are those that are stored in the background', async () => {
  const told = createListener()
  const urls: string[] = []
  const onRefresh = ({ request }: { request: { url: string } }) => urls.push(request.url)
  const { browser, failNext } = await signedIn(0, {}, { onRefresh })
  pass(hour + 1)
  failNext('set', refused)
  expect((await browser.get('/who?first')).statusCode).toBe(503)
  await vi.waitFor(() => expect(urls).toEqual(['/who?first']), 10_000)
  expect((await browser.get('/who?again')).body).toBe('ada')
  expect(urls).toEqual(['/who?first'])
  expect(told).toEqual([failed, made])
})

test('a hook that throws then is in the log, and signs nobody out', async () => {
  const { browser, failNext, log } = await signedIn(
    0,
    {},
    {
      onRefresh: () => {
        throw new Error('the ledger is closed')
      },
    },
  )
  pass(hour + 1)
  failNext('set', refused)
  expect((await browser.get('/who')).statusCode).toBe(503)
  await vi.waitFor(() => expect(log.text()).toContain('the ledger is closed'), 10_000)
  expect((await browser.get('/who')).body).toBe('ada')
})
