import type { FastifyRequest } from 'fastify'
import { describe, expect, test } from 'vitest'
import { createCallFor } from './call-for.ts'
import { HookError } from './hooks/hook-error.ts'

const request = { ip: '192.0.2.7', headers: { 'x-forwarded-for': '203.0.113.9' } }
const from = (more: object = {}) => ({ ...request, ...more }) as unknown as FastifyRequest

test('tells the address that Fastify knows, and no header', () => {
  expect(createCallFor()(from())).toEqual({ device: { ipAddress: '192.0.2.7' } })
})

test('tells no address where there is none, as over a socket in the file system', () => {
  expect(createCallFor()(from({ ip: undefined }))).toEqual({ device: {} })
})

test('tells what the app says of the request besides', () => {
  const clientMetadata = { tenant: 'blue' }
  const callFor = createCallFor(({ headers }) => ({
    clientMetadata,
    encodedData: String(headers['x-device-data']),
  }))
  const call = callFor(from({ headers: { 'x-device-data': 'abc' } }))
  expect(call).toEqual({
    device: { ipAddress: '192.0.2.7', encodedData: 'abc' },
    clientMetadata,
  })
  expect(call.clientMetadata).not.toBe(clientMetadata)
})

describe('takes nothing else for it', () => {
  test.each<[unknown]>([
    [undefined],
    [null],
    ['text'],
    [Promise.resolve({})],
    [{ clientMetadata: 'text' }],
    [{ clientMetadata: { tenant: 7 } }],
    [{ clientMetadata: null }],
    [{ encodedData: 7 }],
  ])('%#', (context) => {
    const callFor = createCallFor(() => context as object)
    expect(() => callFor(from())).toThrow(HookError)
  })
})

test('what it throws is the answer, and no verdict of Cognito', () => {
  const thrown = new Error('No tenant.')
  const callFor = createCallFor(() => {
    throw thrown
  })
  expect(() => callFor(from())).toThrow(expect.objectContaining({ cause: thrown }))
})
