import { expect, it, vi } from 'vitest'
import { type CognitoWarning, warnBy } from './warnings.ts'

const warning: CognitoWarning = { code: 'COGNITO_CLOCK_SKEW', message: 'It is late.', params: {} }
const options = { type: 'CognitoWarning', code: 'COGNITO_CLOCK_SKEW' }

it('tells whoever asked to be told', () => {
  const told: CognitoWarning[] = []
  warnBy((said) => told.push(said))(warning)
  expect(told).toEqual([warning])
})

it('tells Node.js otherwise, and where whoever asked throws', () => {
  const emitted = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
  try {
    warnBy(undefined)(warning)
    warnBy(() => {
      throw new Error('no log today')
    })(warning)
    expect(emitted.mock.calls).toEqual([
      [warning.message, options],
      [warning.message, options],
    ])
  } finally {
    emitted.mockRestore()
  }
})
