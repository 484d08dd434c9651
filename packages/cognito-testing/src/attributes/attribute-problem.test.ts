import { expect, it } from 'vitest'
import { attributeProblem } from './attribute-problem.ts'
import { createSchema } from './schema.ts'

const schema = createSchema({
  requiredAttributes: [],
  customAttributes: [
    { name: 'number', type: 'Number' },
    { name: 'date', type: 'DateTime' },
    { name: 'flag', type: 'Boolean' },
    { name: 'text' },
  ],
})
const problemWith = (name: string, value: string) => attributeProblem(schema, { [name]: value })

it.each([
  ['custom:number', ['0', '-1', '12.5', '123456789012345']],
  ['updated_at', ['0', '1700000000', '1.5']],
  ['custom:date', ['2001-02-03', '2001-02-03T04:05Z', '2001-02-03T04:05:06.789+01:00']],
  ['custom:flag', ['true', 'false']],
  ['custom:text', ['', 'x'.repeat(2048), '😀'.repeat(2048)]],
  ['birthdate', ['2001-02-03', '03/02/2001']],
  ['email', ['a@b', 'ann.lee+x@example.com', 'änn@exämple.com']],
  ['phone_number', ['+1', '+15550101234']],
])('%s can be any of %j', (name, values) => {
  for (const value of values) expect(problemWith(name, value)).toBeUndefined()
})

it.each([
  ['custom:number', 'The attribute must be a number', ['', 'x', '1e3', '0x10', '1.', '+1', '1 ']],
  ['updated_at', 'The attribute must not be less than 0', ['-1', '-0.5']],
  [
    'custom:date',
    'The attribute must be a date',
    ['', 'today', '2001-13-01', '2001-2-3', '1700000000', '2001-02-03 04:05'],
  ],
  ['custom:flag', 'The attribute must be a boolean', ['', 'yes', 'TRUE', '1']],
  ['custom:text', 'String must be no longer than 2048 characters', ['x'.repeat(2049)]],
  ['birthdate', 'String must be no shorter than 10 characters', ['2001-2-3', '']],
  ['birthdate', 'String must be no longer than 10 characters', ['2001-02-03T']],
  ['sub', 'Attribute does not exist in the schema.', ['x']],
  ['constructor', 'Attribute does not exist in the schema.', ['x']],
])('%s has the problem "%s" as any of %j', (name, problem, values) => {
  for (const value of values) {
    expect(problemWith(name, value)).toBe(
      `Attributes did not conform to the schema: ${name}: ${problem}\n`,
    )
  }
})

it.each([
  ['email', 'Invalid email address format.', ['', 'ann', '@example.com', 'a b@example.com', 'a@']],
  ['phone_number', 'Invalid phone number format.', ['', '0123', '+', '+1 555', '+1-555']],
])('%s: %s', (name, problem, values) => {
  for (const value of values) expect(problemWith(name, value)).toBe(problem)
})

it('lists all that does not fit, and what is missing, in one sentence', () => {
  const attributes = { shoe: '43', name: 'Ann', 'custom:flag': 'no', email: 'ann' }
  expect(attributeProblem(schema, attributes, ['nickname'])).toBe(
    'Attributes did not conform to the schema: shoe: Attribute does not exist in the schema.\n' +
      'custom:flag: The attribute must be a boolean\nnickname: The attribute is required\n',
  )
})
