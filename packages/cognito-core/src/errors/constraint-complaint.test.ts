import { describe, expect, it } from 'vitest'
import { readConstraint } from './constraint-complaint.ts'

const short = 'Member must have length greater than or equal to 6'
const long = 'Member must have length less than or equal to 256'
const pattern = 'Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$'

const said = (...broken: readonly (readonly [what: string, constraint: string])[]): string =>
  `${broken.length} validation errors detected: ${broken
    .map(([what, constraint]) => `${what} failed to satisfy constraint: ${constraint}`)
    .join('; ')}`

describe('a value out of its bounds', () => {
  it.each([
    ["Value at 'password'", short, 'COGNITO_INVALID_PASSWORD.tooShort'],
    ["Value at 'password'", long, 'COGNITO_INVALID_PASSWORD.tooLong'],
    ["Value at 'password'", pattern, 'COGNITO_INVALID_PASSWORD.form'],
    ["Value at 'password'", 'Member must be nicer', 'COGNITO_INVALID_PASSWORD'],
    ["Value at 'proposedPassword'", short, 'COGNITO_INVALID_PASSWORD.tooShort'],
    ["Value at 'proposedPassword'", pattern, 'COGNITO_INVALID_PASSWORD.form'],
    ["Value at 'temporaryPassword'", short, 'COGNITO_INVALID_PASSWORD.tooShort'],
    ["Value at 'previousPassword'", pattern, 'COGNITO_WRONG_PASSWORD'],
    ["Value at 'confirmationCode'", pattern, 'COGNITO_CODE_MISMATCH'],
    ["Value 'a b' at 'code'", pattern, 'COGNITO_CODE_MISMATCH'],
    ["Value at 'userCode'", short, 'COGNITO_CODE_MISMATCH'],
    ["Value 'x' at 'deviceKey'", pattern, 'COGNITO_DEVICE_NOT_FOUND.unknown'],
    ["Value 'x' at 'sessionId'", pattern, 'COGNITO_SESSION_NOT_FOUND'],
    ["Value at 'accessToken'", pattern, 'COGNITO_TOKEN_REJECTED'],
    ["Value at 'session'", short, 'COGNITO_SESSION_EXPIRED'],
    ["Value null at 'nobodyKnows'", 'Member must not be null', 'COGNITO_INVALID_INPUT'],
    ['Value', 'Member must not be null', 'COGNITO_INVALID_INPUT'],
  ])('is understood: %s, %s', (what, constraint, key) => {
    expect(readConstraint(said([what, constraint]))).toEqual({ key })
  })

  it.each([
    ['username', 'username'],
    ['userAttributes.1.member.value', 'attributes'],
    ['userAttributeNames.2.member', 'names'],
    ['validationData.1.member.name', 'validationData'],
    ['clientMetadata', 'clientMetadata'],
    ['userContextData.ipAddress', 'device'],
    ['deviceName', 'name'],
    ['groupName', 'group'],
    ['description', 'description'],
    ['roleArn', 'roleArn'],
    ['precedence', 'precedence'],
    ['filter', 'filter'],
    ['attributesToGet.1.member', 'attributes'],
    ['paginationToken', 'cursor'],
    ['nextToken', 'cursor'],
    ['clientId', 'clientId'],
    ['clientSecret', 'secret'],
    ['clientSecretId', 'id'],
    ['contextData.ipAddress', 'device'],
  ])('of %s is about the field %s', (member, field) => {
    expect(readConstraint(said([`Value at '${member}'`, long]))).toEqual({
      key: 'COGNITO_INVALID_INPUT.form',
      params: { field },
    })
  })

  it('of several is the first that is known', () => {
    const several = said(
      ["Value at 'nobodyKnows'", long],
      ["Value at 'confirmationCode'", pattern],
      ["Value at 'username'", long],
    )
    expect(readConstraint(several)).toEqual({ key: 'COGNITO_CODE_MISMATCH' })
  })

  it('never shows a value, not even one that looks like a name', () => {
    const value =
      "Value 'x at 'my secret' failed to satisfy constraint: Member must' at 'userPoolId'"
    expect(readConstraint(said([value, long]))).toEqual({ key: 'COGNITO_INVALID_INPUT' })
  })
})
