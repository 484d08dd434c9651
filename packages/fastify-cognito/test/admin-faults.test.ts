import { expect, test } from 'vitest'
import { startAdmin } from './start-admin.ts'

test.each([
  ['CredentialsProviderError', 'COGNITO_NO_CREDENTIALS', 'AWS_ACCESS_KEY_ID'],
  ['AccessDeniedException', 'COGNITO_NOT_PERMITTED', '"Action":"cognito-idp:AdminEnableUser"'],
])(
  'a service that may not do so (%s) tells clients nothing, and the log what to do',
  async (name, code, advice) => {
    const { signedIn, pool, log, entries } = await startAdmin()
    const olga = await signedIn('olga')
    pool.failNext('AdminEnableUser', { name, message: 'No.' })
    const answer = await olga.post('/admin/users/ada/enable')
    expect([answer.statusCode, answer.json().code, answer.json().params]).toEqual([500, code, {}])
    expect(answer.body).not.toMatch(/AWS|cognito-idp/)
    const line = log.lines.map((each) => JSON.parse(each)).find((each) => each.code === code)
    expect(line.level).toBe(50)
    expect(line.reason.replaceAll(/\s/g, '')).toContain(advice.replaceAll(/\s/g, ''))
    expect(entries[0]).toMatchObject({ outcome: 'failed', code })
  },
)

test('while Cognito is down it is a 503, and the same may be asked again', async () => {
  const { signedIn, pool } = await startAdmin()
  const olga = await signedIn('olga')
  pool.failNext('ListUsers', 'timeout')
  const answer = await olga.get('/admin/users')
  expect([answer.statusCode, answer.json().code, answer.headers['retry-after']]).toEqual([
    503,
    'COGNITO_UNAVAILABLE',
    '5',
  ])
  expect((await olga.get('/admin/users')).statusCode).toBe(200)
})

test('a pool that throttles is a 429', async () => {
  const { signedIn, pool } = await startAdmin()
  const olga = await signedIn('olga')
  pool.failNext('ListGroups', { name: 'TooManyRequestsException', message: 'Rate exceeded' })
  const answer = await olga.get('/admin/groups')
  expect([answer.statusCode, answer.json().code]).toEqual([429, 'COGNITO_RATE_LIMITED'])
})
