import { describe, expect, it } from 'vitest'
import { filterText, type UserFilter } from './user-filter.ts'

describe('filterText', () => {
  it.each<[UserFilter, string]>([
    [{ email: { startsWith: 'ada@' } }, 'email ^= "ada@"'],
    [{ email: { equals: 'ada@example.com' } }, 'email = "ada@example.com"'],
    [{ username: { equals: 'ada' } }, 'username = "ada"'],
    [{ phone_number: { startsWith: '+44' } }, 'phone_number ^= "+44"'],
    [{ name: { equals: 'Ada' } }, 'name = "Ada"'],
    [{ given_name: { equals: 'Ada' } }, 'given_name = "Ada"'],
    [{ family_name: { equals: 'King' } }, 'family_name = "King"'],
    [{ preferred_username: { equals: 'ada' } }, 'preferred_username = "ada"'],
    [{ sub: { equals: '1-2' } }, 'sub = "1-2"'],
    [{ status: { equals: 'CONFIRMED' } }, 'cognito:user_status = "CONFIRMED"'],
    [{ enabled: { equals: true } }, 'status = "Enabled"'],
    [{ enabled: { equals: false } }, 'status = "Disabled"'],
  ])('writes %j as %s', (filter, text) => {
    expect(filterText(filter)).toBe(text)
  })

  it('keeps whatever is searched for within its quotes', () => {
    const equals = 'Ada" or name ^= "\\'
    expect(filterText({ name: { equals } })).toBe('name = "Ada\\" or name ^= \\"\\\\"')
  })

  it.each<[string, string, unknown]>([
    ['filter', 'COGNITO_INVALID_INPUT.object', 'email = "ada"'],
    ['filter', 'COGNITO_INVALID_INPUT.object', null],
    ['filter', 'COGNITO_INVALID_INPUT.oneCondition', {}],
    [
      'filter',
      'COGNITO_INVALID_INPUT.oneCondition',
      { name: { equals: 'Ada' }, sub: { equals: '1' } },
    ],
    [
      'filter.name',
      'COGNITO_INVALID_INPUT.oneCondition',
      { name: { equals: 'Ada', startsWith: 'A' } },
    ],
    [
      'filter.custom:team',
      'COGNITO_INVALID_INPUT.notSearchable',
      { 'custom:team': { equals: 'a' } },
    ],
    ['filter.nickname', 'COGNITO_INVALID_INPUT.notSearchable', { nickname: { equals: 'a' } }],
    ['filter.constructor', 'COGNITO_INVALID_INPUT.notSearchable', { constructor: { equals: 'a' } }],
    ['filter.email', 'COGNITO_INVALID_INPUT.object', { email: 'ada@example.com' }],
    ['filter.email', 'COGNITO_INVALID_INPUT.choice', { email: {} }],
    ['filter.email', 'COGNITO_INVALID_INPUT.choice', { email: { contains: 'ada' } }],
    ['filter.email.equals', 'COGNITO_INVALID_INPUT.text', { email: { equals: '' } }],
    ['filter.email.startsWith', 'COGNITO_INVALID_INPUT.text', { email: { startsWith: 7 } }],
    ['filter.email', 'COGNITO_INVALID_INPUT.form', { email: { equals: 'a'.repeat(250) } }],
    ['filter.status', 'COGNITO_INVALID_INPUT.choice', { status: { startsWith: 'CONF' } }],
    ['filter.status.equals', 'COGNITO_INVALID_INPUT.choice', { status: { equals: 'confirmed' } }],
    ['filter.enabled.equals', 'COGNITO_INVALID_INPUT.boolean', { enabled: { equals: 'Enabled' } }],
  ])('refuses what Cognito could not answer: %s, %s', (field, key, filter) => {
    expect(() => filterText(filter)).toThrow(
      expect.objectContaining({ key, params: expect.objectContaining({ field }) }),
    )
  })

  it('says by what Cognito can search, where it cannot by what was named', () => {
    expect(() => filterText({ birthdate: { equals: '1815-12-10' } })).toThrow(
      'filter.birthdate: Cognito cannot search by this, only by username, email, phone_number, name, given_name, family_name, preferred_username, sub, status, enabled.',
    )
  })
})
