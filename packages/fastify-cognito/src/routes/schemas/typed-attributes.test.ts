import { describe, expect, test } from 'vitest'
import { invalidInput } from '../../problems/invalid-input.ts'
import { compile } from '../validator.ts'
import { profileBody } from './profile.ts'
import { signUpBody } from './sign-up.ts'
import { withTypedAttributes } from './typed-attributes.ts'

const custom = { level: 'number', staff: 'boolean', since: 'date', team: 'string' } as const
const schemas = {
  attributes: compile(withTypedAttributes(signUpBody, custom)),
  changes: compile(withTypedAttributes(profileBody, custom)),
}
const faults = (of: keyof typeof schemas, attributes: object) =>
  schemas[of]({ attributes }) ? [] : (invalidInput(schemas[of].errors ?? []).errors ?? [])

const good = {
  email: 'ada@example.com',
  phone_number: '+15551239934',
  updated_at: 1795000000,
  birthdate: '1815-12-10',
  address: '1 Main Street\r\n\tSpringfield',
  'custom:level': 7.5,
  'custom:staff': false,
  'custom:since': '2031-05-09T16:00:00.5+02:00',
  'custom:team': 'blue',
  'custom:text': 'text',
  'custom:number': 7,
  'custom:truth': true,
}

describe.each(['attributes', 'changes'] as const)('%s', (of) => {
  test('take values of the type that a name has', () => {
    expect(faults(of, good)).toEqual([])
  })

  test.each([
    ['email', 'ada', 'should be an e-mail address.'],
    ['email', 'a b@c', 'should be an e-mail address.'],
    ['phone_number', '0151 123', 'should be a plus sign and digits, such as +15551234567.'],
    ['custom:since', 'yesterday', 'should be a date and time such as 2031-05-09T16:00:00Z.'],
    [
      'custom:since',
      '2031-02-30T00:00:00Z',
      'should be a date and time such as 2031-05-09T16:00:00Z.',
    ],
    [
      'custom:since',
      '2031-13-01T00:00:00Z',
      'should be a date and time such as 2031-05-09T16:00:00Z.',
    ],
    ['sub', 'x', 'cannot be set; leave it out.'],
    ['email_verified', true, 'cannot be set; leave it out.'],
    ['phone_number_verified', true, 'cannot be set; leave it out.'],
    ['identities', '[]', 'cannot be set; leave it out.'],
    ['name', 'a\u0000', 'has characters that cannot be in it.'],
    ['name', '', 'should not be empty.'],
    ['custom:text', '', 'should not be empty.'],
    ['name', 'x'.repeat(2049), 'should have at most 2048 characters.'],
  ])('refuse %s: %j', (name, value, message) => {
    expect(faults(of, { [name]: value })).toEqual([{ path: `/attributes/${name}`, message }])
  })

  test('name every fault at once', () => {
    const input = {
      sub: 'x',
      updated_at: '7',
      name: 7,
      'custom:level': '7',
      'custom:staff': 'no',
      nickname: true,
    }
    const paths = faults(of, input).map(({ path }) => path)
    expect([...paths].sort()).toEqual(
      Object.keys(input)
        .map((name) => `/attributes/${name}`)
        .sort(),
    )
  })
})

test.each([
  ['updated_at', '7', 'should be a number.'],
  ['name', 7, 'should be a string.'],
  ['name', null, 'should be a string.'],
  ['custom:staff', 'true', 'should be true or false.'],
])('say which type is wanted: %s', (name, value, message) => {
  expect(faults('attributes', { [name]: value })).toEqual([
    { path: `/attributes/${name}`, message },
  ])
})

test('changes take null for what goes away, and nothing for nothing', () => {
  const away = Object.fromEntries(Object.keys(good).map((name) => [name, null]))
  expect(faults('changes', away)).toEqual([])
  expect(faults('changes', { name: 7 })).toEqual([
    { path: '/attributes/name', message: 'should be a string or null.' },
  ])
  expect(faults('changes', { email_verified: null })).toHaveLength(1)
  expect(faults('changes', {})).toEqual([
    { path: '/attributes', message: 'should have at least 1 entry.' },
  ])
})
