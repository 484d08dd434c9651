import { describe, expect, it } from 'vitest'
import type { CustomAttributeTypes } from './attribute-types.ts'
import { attributeList, attributesOf } from './attributes.ts'

const customTypes: CustomAttributeTypes = {
  team: 'string',
  level: 'number',
  beta: 'boolean',
  born: 'date',
}

const read = (Name: string, Value?: string) =>
  attributesOf([{ Name, ...(Value !== undefined && { Value }) }], customTypes)[Name]

const write = (name: string, value: unknown, mayTakeAway = false) =>
  attributeList({ [name]: value }, { customTypes, mayTakeAway })

describe('what is read', () => {
  it.each([
    ['email', 'ada@example.com', 'ada@example.com'],
    ['email_verified', 'true', true],
    ['email_verified', 'false', false],
    ['phone_number_verified', 'True', true],
    ['updated_at', '1471453471', 1_471_453_471],
    ['birthdate', '1815-12-10', '1815-12-10'],
    ['nickname', 'true', 'true'],
    ['nickname', '42', '42'],
    ['custom:team', 'true', 'true'],
    ['custom:level', '42', 42],
    ['custom:level', '-0.5', -0.5],
    ['custom:beta', 'false', false],
    ['custom:born', '1815-12-10', new Date(Date.UTC(1815, 11, 10))],
    ['custom:born', '1815-12-10T06:30:00Z', new Date(Date.UTC(1815, 11, 10, 6, 30))],
    [
      'custom:born',
      '1815-12-10T06:30:00.250+02:00',
      new Date(Date.UTC(1815, 11, 10, 4, 30, 0, 250)),
    ],
    ['custom:born', '1815-12-10T06:30', new Date(Date.UTC(1815, 11, 10, 6, 30))],
    ['custom:undeclared', 'true', 'true'],
    ['custom:undeclared', '42', '42'],
    ['custom:constructor', 'true', 'true'],
    ['email', undefined, ''],
  ])('tells by the name alone what the value is: %s «%s»', (name, text, value) => {
    expect(read(name, text)).toEqual(value)
  })

  it.each([
    ['email_verified', 'yes'],
    ['email_verified', ''],
    ['email_verified', 'constructor'],
    ['updated_at', 'yesterday'],
    ['updated_at', ''],
    ['custom:level', ' '],
    ['custom:level', 'Infinity'],
    ['custom:level', '12px'],
    ['custom:beta', '1'],
    ['custom:born', '5'],
    ['custom:born', '12/10/1815'],
    ['custom:born', '1815-13-45'],
    ['custom:born', '10 December 1815'],
  ])('leaves out what is no value of its type: %s «%s»', (name, text) => {
    expect(attributesOf([{ Name: name, Value: text }], customTypes)).toEqual({})
  })

  it('passes by what has no name, and keeps names that every object has', () => {
    const list = [{ Value: 'x' }, { Name: '', Value: 'x' }, { Name: '__proto__', Value: 'x' }]
    const attributes = attributesOf(list, customTypes)
    expect(Object.entries(attributes)).toEqual([['__proto__', 'x']])
  })
})

describe('what is written', () => {
  const noon = new Date(Date.UTC(1815, 11, 10, 12))

  it.each([
    ['email', 'ada@example.com', 'ada@example.com'],
    ['nickname', 'true', 'true'],
    ['updated_at', 1_471_453_471, '1471453471'],
    ['updated_at', 0, '0'],
    ['custom:team', 'true', 'true'],
    ['custom:level', 42, '42'],
    ['custom:level', 0, '0'],
    ['custom:level', -0.5, '-0.5'],
    ['custom:beta', false, 'false'],
    ['custom:beta', true, 'true'],
    ['custom:born', noon, '1815-12-10T12:00:00.000Z'],
    ['custom:born', '1815-12-10T14:00:00+02:00', '1815-12-10T12:00:00.000Z'],
    ['custom:born', '1815-12-10', '1815-12-10T00:00:00.000Z'],
    ['custom:undeclared', 'x', 'x'],
    ['custom:undeclared', 42, '42'],
    ['custom:undeclared', false, 'false'],
    ['custom:undeclared', noon, '1815-12-10T12:00:00.000Z'],
  ])('is a text: %s %j', (name, value, text) => {
    expect(write(name, value)).toEqual([{ Name: name, Value: text }])
  })

  it.each([
    ['email', 42, 'attributes.email: give a text that is not empty.'],
    ['email', '', 'attributes.email: give a text that is not empty.'],
    ['email', null, 'attributes.email: give a text that is not empty.'],
    ['updated_at', '1471453471', 'attributes.updated_at: give a number.'],
    ['updated_at', Number.NaN, 'attributes.updated_at: give a number.'],
    ['custom:team', true, 'attributes.custom:team: give a text that is not empty.'],
    ['custom:level', '42', 'attributes.custom:level: give a number.'],
    ['custom:level', Number.POSITIVE_INFINITY, 'attributes.custom:level: give a number.'],
    ['custom:beta', 'true', 'attributes.custom:beta: give true or false.'],
    ['custom:born', 1_471_453_471, 'attributes.custom:born: give a date.'],
    ['custom:born', new Date('never'), 'attributes.custom:born: give a date.'],
    ['custom:born', 'tomorrow', 'attributes.custom:born: give a date.'],
    ['custom:undeclared', {}, 'attributes.custom:undeclared: give a text that is not empty.'],
    ['custom:undeclared', '', 'attributes.custom:undeclared: give a text that is not empty.'],
    ['custom:undeclared', ['x'], 'attributes.custom:undeclared: give a text that is not empty.'],
    ['', 'x', 'attributes: give an object with at least one name and value.'],
  ])('names what cannot be, and never its value: %s %j', (name, value, message) => {
    expect(() => write(name, value)).toThrow(
      expect.objectContaining({ code: 'COGNITO_INVALID_INPUT', message }),
    )
  })

  it.each(['sub', 'email_verified', 'phone_number_verified', 'identities'])(
    'is never %s, which Cognito refuses without naming it',
    (name) => {
      expect(() => write(name, 'true')).toThrow(
        expect.objectContaining({
          code: 'COGNITO_ATTRIBUTE_READ_ONLY',
          params: { attributes: name },
        }),
      )
    },
  )

  it.each([undefined, null, 'text', 42, [['email', 'x']]])('is no %j', (values) => {
    expect(() => attributeList(values, { customTypes, mayTakeAway: true })).toThrow(
      expect.objectContaining({ key: 'COGNITO_INVALID_INPUT.values' }),
    )
  })

  it('takes an attribute away by null, where it may, and not by an empty text', () => {
    expect(write('nickname', null, true)).toEqual([{ Name: 'nickname', Value: '' }])
    expect(write('custom:level', null, true)).toEqual([{ Name: 'custom:level', Value: '' }])
    expect(() => write('nickname', '', true)).toThrow('or null to take it away')
    expect(() => write('custom:level', null)).toThrow('give a number')
  })

  it('passes by what is undefined, and changes nothing of what it was given', () => {
    const values = Object.freeze({ email: 'a@b.c', nickname: undefined, 'custom:level': 3 })
    expect(attributeList(values, { customTypes, mayTakeAway: true })).toEqual([
      { Name: 'email', Value: 'a@b.c' },
      { Name: 'custom:level', Value: '3' },
    ])
  })
})
