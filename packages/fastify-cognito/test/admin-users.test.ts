import { describe, expect, test } from 'vitest'
import { createBrowser } from './browser.ts'
import { password, startAdmin } from './start-admin.ts'
import { withBearer } from './start-app.ts'

const names = (answer: { json(): { users: readonly { username: string }[] } }) =>
  answer.json().users.map(({ username }) => username)

test('operators see users, with no more of their attributes than the options name', async () => {
  const { signedIn } = await startAdmin()
  const olga = await signedIn('olga')
  const answer = await olga.get('/admin/users/ada')
  expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store'])
  expect(answer.json()).toEqual({
    user: {
      username: 'ada',
      attributes: { sub: expect.any(String), email: 'ada@example.com' },
      status: 'CONFIRMED',
      enabled: true,
      createdAt: expect.any(Number),
      updatedAt: expect.any(Number),
    },
  })
})

test('the options may name others', async () => {
  const { signedIn } = await startAdmin({ mount: { attributes: ['locale'] } })
  const olga = await signedIn('olga')
  const { users } = (await olga.get('/admin/users?by=username&equals=ada')).json()
  expect(users[0].attributes).toEqual({ locale: 'en' })
})

test('a list comes page by page, by a cursor that needs no escaping', async () => {
  const { signedIn } = await startAdmin()
  const olga = await signedIn('olga')
  const found: string[] = []
  let path: string | undefined = '/admin/users?pageSize=1'
  while (path) {
    const answer = await olga.get(path)
    const { cursor } = answer.json()
    expect(names(answer).length).toBeLessThanOrEqual(1)
    expect(cursor ?? '').toMatch(/^[\w-]*$/)
    found.push(...names(answer))
    path = cursor && `/admin/users?pageSize=1&cursor=${cursor}`
  }
  expect(found.sort()).toEqual(['ada', 'bob', 'olga'])
})

test.each([
  ['by=email&startsWith=ada', ['ada']],
  ['by=email&equals=ada%40example.com', ['ada']],
  ['by=username&startsWith=o', ['olga']],
  ['by=status&equals=CONFIRMED', ['ada', 'bob', 'olga']],
  ['by=enabled&equals=false', []],
  [`by=email&equals=${encodeURIComponent('" or username = "ada')}`, []],
])('a search finds who it is for: %s', async (query, found) => {
  const { signedIn } = await startAdmin()
  const olga = await signedIn('olga')
  const answer = await olga.get(`/admin/users?${query}`)
  expect([answer.statusCode, names(answer).sort()]).toEqual([200, found])
})

test.each([
  ['by=shoe_size&equals=42', '/by'],
  ['equals=ada', '/by'],
  ['startsWith=ada', '/by'],
  ['by=email', '/equals'],
  ['by=email&equals=a&startsWith=b', '/startsWith'],
  ['by=email&equals=a&equals=b', '/equals'],
  ['by=enabled&equals=maybe', '/equals'],
  ['by=enabled', '/equals'],
  ['by=status&startsWith=CON', '/startsWith'],
  ['by=status&equals=HAPPY', '/equals'],
  ['pageSize=0', '/pageSize'],
  ['pageSize=61', '/pageSize'],
  ['pageSize=many', '/pageSize'],
  ['cursor=%2F', '/cursor'],
  ['filter=x', '/filter'],
])('a search that cannot be is refused by the name of the parameter: %s', async (query, path) => {
  const { signedIn, pool } = await startAdmin()
  const olga = await signedIn('olga')
  const answer = await olga.get(`/admin/users?${query}`)
  const { code, errors } = answer.json()
  expect([answer.statusCode, code, errors[0].path]).toEqual([400, 'INVALID_INPUT', path])
  expect(pool.calls['ListUsers'] ?? 0).toBe(0)
})

test('a cursor that Cognito does not know is a 400', async () => {
  const { signedIn } = await startAdmin()
  const answer = await (await signedIn('olga')).get('/admin/users?cursor=abc')
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'COGNITO_INVALID_INPUT'])
})

describe('a user who is created', () => {
  const eve = {
    username: 'eve',
    temporaryPassword: 'Only-for-once-1',
    attributes: { email: 'eve@example.com', email_verified: true },
    invitation: 'none',
  }

  test('signs in with the temporary password, which is in no answer', async () => {
    const { signedIn, app } = await startAdmin()
    const olga = await signedIn('olga')
    const answer = await olga.post('/admin/users', eve)
    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      {
        user: expect.objectContaining({
          username: 'eve',
          status: 'FORCE_CHANGE_PASSWORD',
          attributes: { sub: expect.any(String), email: 'eve@example.com', email_verified: true },
        }),
      },
    ])
    expect(answer.body).not.toContain(eve.temporaryPassword)
    const asked = await createBrowser(app).post('/auth/sign-in', {
      username: 'eve',
      password: eve.temporaryPassword,
    })
    expect(asked.json().challenge.kind).toBe('new-password')
  })

  test('is sent an invitation, and another one when asked for', async () => {
    const { signedIn, pool } = await startAdmin()
    const olga = await signedIn('olga')
    const { invitation: _invitation, ...invited } = eve
    await olga.post('/admin/users', { ...invited, deliverBy: ['email'] })
    const again = { username: 'eve', invitation: 'resend', deliverBy: ['email'] }
    expect((await olga.post('/admin/users', again)).statusCode).toBe(200)
    expect(pool.inbox.messages.map(({ to }) => to)).toEqual(['eve@example.com', 'eve@example.com'])
  })

  test.each([
    [{}, 400, 'INVALID_INPUT', '/username'],
    [{ ...eve, password }, 400, 'INVALID_INPUT', '/password'],
    [{ ...eve, username: 'ada' }, 409, 'COGNITO_USERNAME_TAKEN', '/username'],
    [{ ...eve, temporaryPassword: 'short' }, 400, 'COGNITO_INVALID_PASSWORD', '/temporaryPassword'],
    [{ ...eve, attributes: { email: 'no' } }, 400, 'INVALID_INPUT', '/attributes/email'],
    [{ ...eve, attributes: { sub: 'mine' } }, 400, 'INVALID_INPUT', '/attributes/sub'],
    [
      { ...eve, attributes: { email_verified: 'yes' } },
      400,
      'INVALID_INPUT',
      '/attributes/email_verified',
    ],
    [{ ...eve, deliverBy: [] }, 400, 'INVALID_INPUT', '/deliverBy'],
    [{ ...eve, deliverBy: ['pigeon'] }, 400, 'INVALID_INPUT', '/deliverBy/0'],
    [{ ...eve, invitation: 'later' }, 400, 'INVALID_INPUT', '/invitation'],
  ])('is refused with the field at fault: %j', async (body, status, code, path) => {
    const { signedIn } = await startAdmin()
    const answer = await (await signedIn('olga')).post('/admin/users', body)
    const problem = answer.json()
    expect([answer.statusCode, problem.code, problem.errors[0].path]).toEqual([status, code, path])
  })

  test('comes in a body of an ordinary size', async () => {
    const { signedIn } = await startAdmin()
    const body = { ...eve, attributes: { name: 'x'.repeat(40_000) } }
    const answer = await (await signedIn('olga')).post('/admin/users', body)
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'PAYLOAD_TOO_LARGE'])
  })
})

describe('a user who is disabled', () => {
  test('signs in no more, until enabled', async () => {
    const { signedIn, app } = await startAdmin()
    const olga = await signedIn('olga')
    const signIn = async () =>
      (await createBrowser(app).post('/auth/sign-in', { username: 'ada', password })).statusCode
    expect((await olga.post('/admin/users/ada/disable')).statusCode).toBe(204)
    expect(await signIn()).toBe(401)
    expect((await olga.get('/admin/users/ada')).json().user.enabled).toBe(false)
    expect((await olga.post('/admin/users/ada/enable')).statusCode).toBe(204)
    expect(await signIn()).toBe(200)
  })

  test('is let in nowhere from then on, where sign-outs are remembered', async () => {
    const revocationStore = new Map<string, unknown>()
    const store = {
      get: async (key: string) => revocationStore.get(key),
      set: async (key: string, value: unknown) => revocationStore.set(key, value),
      delete: async (key: string) => revocationStore.delete(key),
    }
    const { signedIn } = await startAdmin({
      options: {
        ...withBearer,
        ...{ session: { secrets: ['x'.repeat(32)] } },
        checkRevoked: 'sign-out',
        revocationStore: store,
      },
    })
    const [olga, ada] = [await signedIn('olga'), await signedIn('ada')]
    expect((await ada.get('/auth/me')).statusCode).toBe(200)
    await olga.post('/admin/users/ada/disable')
    const answer = await ada.get('/auth/me')
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'TOKEN_REVOKED'])
  })

  test.each(['olga', 'olga@example.com'])(
    'is never the operator who asks, by whichever name: %s',
    async (name) => {
      const { signedIn } = await startAdmin({ pool: { aliases: ['email'], ...verifiedOlga } })
      const olga = await signedIn('olga')
      const answer = await olga.post(`/admin/users/${encodeURIComponent(name)}/disable`)
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'OWN_ACCOUNT'])
      expect((await olga.get('/admin/users/olga')).json().user.enabled).toBe(true)
    },
  )

  test('may be the operator’s id as well, and is refused', async () => {
    const { signedIn } = await startAdmin()
    const olga = await signedIn('olga')
    const { sub } = (await olga.get('/auth/me')).json().user
    expect((await olga.post(`/admin/users/${sub}/disable`)).json().code).toBe('OWN_ACCOUNT')
  })
})

const verifiedOlga = {
  users: [
    {
      username: 'olga',
      password,
      groups: ['admin'],
      attributes: { email: 'olga@example.com', email_verified: 'true' },
    },
  ],
}

test.each([
  ['GET', ''],
  ['POST', '/enable'],
  ['POST', '/disable'],
  ['POST', '/sign-out'],
  ['GET', '/groups'],
  ['PUT', '/groups/staff'],
  ['DELETE', '/groups/staff'],
] as const)('of a user there is not, %s %s is a 404', async (method, path) => {
  const { signedIn } = await startAdmin()
  const olga = await signedIn('olga')
  const send = { GET: olga.get, POST: olga.post, PUT: olga.put, DELETE: olga.delete }[method]
  const answer = await send(`/admin/users/nobody${path}`)
  expect([answer.statusCode, answer.json().code]).toEqual([404, 'COGNITO_USER_NOT_FOUND'])
  expect(answer.headers['www-authenticate']).toBeUndefined()
})

test('a name that none can have, a path that is none and a wrong method are told apart', async () => {
  const { signedIn } = await startAdmin()
  const olga = await signedIn('olga')
  const answers = [
    await olga.get('/admin/users/a%20b'),
    await olga.get('/admin/nothing'),
    await olga.get('/admin/users/ada/disable'),
    await olga.delete('/admin/users/ada'),
  ]
  expect(answers.map((answer) => [answer.statusCode, answer.headers['allow']])).toEqual([
    [404, undefined],
    [404, undefined],
    [405, 'POST'],
    [405, expect.stringContaining('GET')],
  ])
})
