import { expect, it } from 'vitest'
import { createFaults, type Fault } from './faults.ts'

// Does not compile where any string swallows the literals, which editors then cannot complete.
const offered: readonly Extract<Fault, 'timeout' | 'reset' | 'malformed'>[] = [
  'timeout',
  'reset',
  'malformed',
]

it.each(offered)('takes %s, which editors offer', (kind) => {
  const faults = createFaults()
  faults.failNext('GetUser', kind)
  expect(faults.take('GetUser')).toEqual({ kind })
})

it('takes an error name that is in no list', () => {
  const faults = createFaults()
  const name: string = 'UserLambdaValidationException'
  faults.failNext('GetUser', name)
  expect(faults.take('GetUser')).toMatchObject({ kind: 'refusal', name, status: 400 })
})
