import { expect, test } from 'vitest'
import { asDatabaseError, DatabaseUnavailable } from './database-unavailable.ts'

const withCode = (code?: string) => Object.assign(new Error('why'), code && { code })

test.each(['EPIPE', 'ECONNREFUSED', '08006', '57P01', '57P03', '53300', undefined])(
  '%s is a database that is away',
  (code) => {
    const cause = withCode(code)
    const error = asDatabaseError(new Error('Failed query: select … params: ada', { cause }))
    expect(error).toBeInstanceOf(DatabaseUnavailable)
    expect(error).toMatchObject({ statusCode: 503, cause })
    expect(error.message).not.toContain('ada')
  },
)

test.each(['42P01', '22P02', '23505', 'XX000'])('%s is a defect of this service', (code) => {
  const error = asDatabaseError(new Error('Failed query: params: ada', { cause: withCode(code) }))
  expect(error).not.toBeInstanceOf(DatabaseUnavailable)
  expect(error.message).toBe('The database has refused a query.')
})
