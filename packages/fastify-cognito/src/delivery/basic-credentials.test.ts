import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '../problems/refusal.ts'
import { basicCredentials } from './basic-credentials.ts'

const basicOf = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`
const read = (authorization: string) => basicCredentials({ headers: { authorization } })

/** Without what may not be in it. */
const text = fc.string({ unit: 'binary' }).map((each) => each.replace(/\p{Cc}/gu, ''))

test('any name without a colon and any password are read as they were typed', () => {
  const name = text.map((each) => each.replaceAll(':', ''))
  fc.assert(
    fc.property(name, text, (username, password) => {
      expect(read(basicOf(`${username}:${password}`))).toEqual({ username, password })
    }),
  )
})

test('whatever else a header holds is refused, or is no Basic credentials at all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (rest, isEncoded) => {
      try {
        const found = read(isEncoded ? basicOf(rest) : `Basic ${rest}`)
        expect(found && `${found.username}:${found.password}`).toBe(
          Buffer.from(isEncoded ? basicOf(rest).slice(6) : rest, 'base64').toString(),
        )
      } catch (error) {
        if (!isRefusal(error)) throw error
        expect(error.code).toBe('INVALID_INPUT')
      }
    }),
  )
})

test.each([
  ['basic YTpi', { username: 'a', password: 'b' }],
  ['BASIC   YTpi', { username: 'a', password: 'b' }],
  ['Basic YTpiOmM=', { username: 'a', password: 'b:c' }],
  ['Basic Og==', { username: '', password: '' }],
  ['Bearer YTpi', undefined],
  ['Basics YTpi', undefined],
  ['', undefined],
])('%s', (authorization, expected) => {
  expect(read(authorization)).toEqual(expected)
})

test('a request without the header has none', () => {
  expect(basicCredentials({ headers: {} })).toBeUndefined()
})
