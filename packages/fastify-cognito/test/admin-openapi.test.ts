import swagger from '@fastify/swagger'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import type { CognitoAdminRoutesOptions } from '../src/index.ts'
import { startAdmin } from './start-admin.ts'

interface Operation {
  operationId: string
  tags: readonly string[]
  security: readonly object[]
  parameters?: readonly { name: string; in: string }[]
  responses: Record<string, unknown>
}

interface Document {
  paths: Record<string, Record<string, Operation>>
}

const documented = async (
  openapi: '3.0.3' | '3.1.0',
  mount: Partial<CognitoAdminRoutesOptions>,
) => {
  const { app } = await startAdmin({
    mount,
    before: (early) =>
      early.register(swagger, {
        openapi: { openapi, info: { title: 'A shop', version: '1.0.0' } },
      }),
  })
  return app.swagger() as unknown as Document
}

const operationsOf = ({ paths }: Document) =>
  Object.entries(paths)
    .filter(([path]) => path.startsWith('/admin'))
    .flatMap(([, methods]) => Object.values(methods))

test.each(['3.0.3', '3.1.0'] as const)('OpenAPI %s has every route', async (version) => {
  const document = await documented(version, {})
  const checked = await new Validator().validate(structuredClone(document) as never)
  expect(checked.errors ?? []).toEqual([])
  expect(
    operationsOf(document)
      .map(({ operationId }) => operationId)
      .sort(),
  ).toEqual([
    'addUserToGroup',
    'createUser',
    'disableUser',
    'enableUser',
    'getUser',
    'listGroupMembers',
    'listGroups',
    'listGroupsOfUser',
    'listUserSessions',
    'listUsers',
    'removeUserFromGroup',
    'revokeUserSession',
    'signOutUser',
  ])
})

test('it says what may be asked, what proves an operator, and what may be refused', async () => {
  const operations = operationsOf(await documented('3.1.0', {}))
  const list = operations.find(({ operationId }) => operationId === 'listUsers')
  expect(list?.parameters?.map(({ name }) => name)).toEqual([
    'by',
    'equals',
    'startsWith',
    'pageSize',
    'cursor',
  ])
  for (const { security, responses } of operations) {
    expect(security).toEqual([{ cognitoSession: [] }, { cognitoBearer: [] }])
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(['401', '403', '500']))
  }
})

test('operators of another pool have no session here', async () => {
  const options = { userPoolId: 'eu-west-1_Staff1234', clientId: '1example23456789' }
  const { app } = await startAdmin({
    options: { session: { secrets: ['x'.repeat(32)] }, pools: { staff: options } },
    mount: { guard: { pool: 'staff', groups: ['admin'] } },
    before: (early) => early.register(swagger, { openapi: { openapi: '3.1.0' } }),
  })
  const document = app.swagger() as unknown as Document
  for (const { security } of operationsOf(document)) {
    expect(security).toEqual([{ cognitoBearer: [] }])
  }
})
