import { describe, expect, test } from 'vitest'
import type { FastifyCognitoOptions } from '../src/index.ts'
import {
  chosen,
  documented,
  ofEverybody,
  operation,
  operationsOf,
  problemsOf,
  withHeaders,
} from './openapi/documented.ts'
import { withBearer, withCookies } from './start-app.ts'

describe.each([
  ['cookies', withCookies],
  ['tokens', withBearer],
  ['headers', withHeaders],
  ['a choice for each request', chosen],
  ['everything told', { ...withCookies, enumeration: 'verbose' }],
  [
    'attributes of its own',
    { ...withCookies, customAttributes: { level: 'number', joined: 'date' } },
  ],
] as const)('of an app with %s', (_, options) => {
  test.each(['3.1.0', '3.0.3'])('the document is valid OpenAPI %s', async (openapi) => {
    const document = await documented({
      options,
      document: { openapi: { ...ofEverybody.openapi, openapi } as never },
    })
    expect(document.openapi).toBe(openapi)
    expect(await problemsOf(document)).toEqual([])
  })
})

const expected = {
  'POST /auth/sign-in': ['signIn', '200'],
  'POST /auth/challenge': ['answerChallenge', '200'],
  'POST /auth/challenge/resend': ['resendChallenge', '200'],
  'POST /auth/reauthenticate': ['reauthenticate', '200'],
  'POST /auth/refresh': ['refresh', '200'],
  'POST /auth/sign-out': ['signOut', '204'],
  'POST /auth/sign-out/everywhere': ['signOutEverywhere', '204'],
  'POST /auth/sign-up': ['signUp', '200'],
  'POST /auth/sign-up/confirm': ['confirmSignUp', '200'],
  'POST /auth/sign-up/resend': ['resendSignUpCode', '200'],
  'POST /auth/password/forgot': ['forgotPassword', '200'],
  'POST /auth/password/reset': ['resetPassword', '204'],
  'POST /auth/password/change': ['changePassword', '204'],
  'GET /auth/password/policy': ['getPasswordPolicy', '200'],
  'GET /auth/me': ['getProfile', '200'],
  'PATCH /auth/me': ['updateProfile', '200'],
  'DELETE /auth/me': ['deleteAccount', '204'],
  'POST /auth/me/verify': ['requestVerification', '200'],
  'POST /auth/me/verify/confirm': ['verifyAttribute', '204'],
  'GET /auth/mfa': ['getMfa', '200'],
  'PUT /auth/mfa': ['setMfa', '200'],
  'POST /auth/mfa/totp': ['startTotp', '200'],
  'POST /auth/mfa/totp/confirm': ['confirmTotp', '204'],
  'GET /auth/passkeys': ['listPasskeys', '200'],
  'POST /auth/passkeys/start': ['startPasskey', '200'],
  'POST /auth/passkeys/finish': ['finishPasskey', '204'],
  'DELETE /auth/passkeys/{id}': ['deletePasskey', '204'],
  'GET /auth/devices': ['listDevices', '200'],
  'PUT /auth/devices/{key}': ['updateDevice', '204'],
  'DELETE /auth/devices/{key}': ['forgetDevice', '204'],
  'GET /auth/sessions': ['listSessions', '200'],
  'DELETE /auth/sessions/{id}': ['revokeSession', '204'],
  'POST /auth/sign-out/elsewhere': ['signOutElsewhere', '200'],
}

test('every route is there, with what a reader and a generator need', async () => {
  const { paths } = await documented()
  const found = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, responses, ...rest }]) => {
      expect(rest.summary).not.toBe('')
      expect(rest.tags).toHaveLength(1)
      const success = Object.keys(responses).filter((status) => status.startsWith('2'))
      return [`${method.toUpperCase()} ${path}`, [operationId, ...success]]
    }),
  )
  expect(Object.fromEntries(found)).toEqual(expected)
})

test('each problem is the one schema, with the codes that its status can carry', async () => {
  const document = await documented()
  expect(Object.keys(document.components.schemas)).toEqual(['Problem'])
  for (const { responses } of operationsOf(document)) {
    expect(responses).toHaveProperty('default')
    for (const [status, { content, description }] of Object.entries(responses)) {
      expect(description).not.toBe('')
      if (status.startsWith('2')) continue
      expect(Object.keys(content ?? {})).toEqual(['application/problem+json'])
      expect(JSON.stringify(content)).toContain('"$ref":"#/components/schemas/Problem"')
    }
  }
  const { responses } = operation(document, 'resetPassword')
  expect(JSON.stringify(responses['400'])).toContain('"COGNITO_CODE_MISMATCH"')
})

test('what only tells of others is documented where it is told', async () => {
  const codes = async (enumeration: 'safe' | 'verbose') =>
    JSON.stringify(operation(await documented({ options: { enumeration } }), 'signUp'))
  expect(await codes('verbose')).toContain('COGNITO_USERNAME_TAKEN')
  expect(await codes('safe')).not.toContain('COGNITO_USERNAME_TAKEN')
})

test('that a sign-in may be too old is documented where it is asked for', async () => {
  const idsWith = async (options: Partial<FastifyCognitoOptions>) => {
    const ids = operationsOf(await documented({ options: { ...withCookies, ...options } }))
    const isAsked = (each: object) => JSON.stringify(each).includes('"TOKEN_TOO_OLD"')
    return ids.filter(({ responses }) => isAsked(responses['401'] ?? {})).length
  }
  expect(await idsWith({})).toBe(0)
  expect(await idsWith({ stepUp: { maxAge: 600 } })).toBe(9)
})

const session = { cognitoSession: [] }
const bearer = { cognitoBearer: [] }
const inHeader = { cognitoAccessToken: [] }
const refreshHeader = { cognitoRefreshToken: [] }
const basic = { cognitoBasic: [] }

test.each<[string, object, object[], object[], object[]?]>([
  ['cookies', withCookies, [session, bearer], [session]],
  ['tokens', withBearer, [bearer], [{}]],
  [
    'tokens, where cookies are read',
    { ...withCookies, deliver: 'body' },
    [session, bearer],
    [session, {}],
  ],
  ['headers', withHeaders, [inHeader, bearer], [refreshHeader], [{}, basic]],
  [
    'headers, and no Basic credentials',
    { ...withHeaders, headers: { basicCredentials: false } },
    [inHeader, bearer],
    [refreshHeader],
  ],
  [
    'a choice for each request',
    chosen,
    [session, inHeader, bearer],
    [session, refreshHeader, {}],
    [{}, basic],
  ],
])(
  'security says how to prove who is calling: %s',
  async (_, options, user, refresh, signIn = []) => {
    const document = await documented({ options })
    expect(operation(document, 'getProfile').security).toEqual(user)
    expect(operation(document, 'refresh').security).toEqual(refresh)
    expect(operation(document, 'signIn').security).toEqual(signIn)
    const named = new Set([user, refresh, signIn].flat().flatMap((way) => Object.keys(way)))
    expect(Object.keys(document.components.securitySchemes).sort()).toEqual([...named].sort())
  },
)

test('the cookie is named as browsers see it', async () => {
  const nameOf = async (given: object) => {
    const options = { session: { ...withCookies.session, ...given } }
    const { securitySchemes } = (await documented({ options })).components
    return Reflect.get(securitySchemes['cognitoSession'] ?? {}, 'name')
  }
  expect(await nameOf({})).toBe('__Host-cognito')
  expect(await nameOf({ secure: false, cookieName: 'id' })).toBe('id')
})

test('a body is shown where there is anything to put into it', async () => {
  const shown = async (options: object) => {
    const document = await documented({ options })
    const ids = ['refresh', 'signOut', 'signOutEverywhere', 'deleteAccount']
    return ids.filter((id) => operation(document, id).requestBody)
  }
  expect(await shown(withCookies)).toEqual([])
  expect(await shown(withBearer)).toEqual(['refresh', 'signOut'])
})
