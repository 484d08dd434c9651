import { expect, test } from 'vitest'
import { startAdmin } from './start-admin.ts'

const tracking = { pool: { sessionTracking: true } } as const

test('operators see where a user is signed in, and end one session', async () => {
  const { signedIn, pool } = await startAdmin(tracking)
  const [olga, ada] = [await signedIn('olga'), await signedIn('ada')]
  await signedIn('ada')
  const list = async () => (await olga.get('/admin/users/ada/sessions')).json().sessions
  const [first, second] = await list()
  expect([first.kind, second.kind]).toEqual(['token', 'token'])
  const answer = await olga.delete(`/admin/users/ada/sessions/${first.id}`)
  expect(answer.statusCode).toBe(204)
  expect(await list()).toEqual([second])
  pool.clock.advance(1)
  expect((await ada.get('/auth/me')).statusCode).toBe(401)
})

test('a session there is not is a 404', async () => {
  const { signedIn } = await startAdmin(tracking)
  const olga = await signedIn('olga')
  const answer = await olga.delete(`/admin/users/ada/sessions/tkn${'0'.repeat(25)}`)
  expect([answer.statusCode, answer.json().code]).toEqual([404, 'COGNITO_SESSION_NOT_FOUND'])
})

test('where the pool keeps no track of sessions, the log says so and the client is told nothing', async () => {
  const { signedIn, log } = await startAdmin()
  const answer = await (await signedIn('olga')).get('/admin/users/ada/sessions')
  expect([answer.statusCode, answer.json().code]).toEqual([500, 'COGNITO_MISCONFIGURED'])
  expect(log.text()).toContain('COGNITO_MISCONFIGURED')
})

test('signing a user out everywhere ends all of their sessions and nobody else’s', async () => {
  const { signedIn } = await startAdmin()
  const [olga, ada, other] = [await signedIn('olga'), await signedIn('ada'), await signedIn('ada')]
  expect((await olga.post('/admin/users/ada/sign-out')).statusCode).toBe(204)
  for (const browser of [ada, other]) {
    expect((await browser.post('/auth/refresh')).statusCode).toBe(401)
  }
  expect((await olga.get('/auth/me')).statusCode).toBe(200)
})

test('access tokens of theirs are over at once, where sign-outs are remembered', async () => {
  const { signedIn } = await startAdmin({
    options: { session: { secrets: ['x'.repeat(32)] }, checkRevoked: 'sign-out' },
  })
  const [olga, ada] = [await signedIn('olga'), await signedIn('ada')]
  await olga.post('/admin/users/ada/sign-out')
  const answer = await ada.get('/auth/me')
  expect([answer.statusCode, answer.json().code]).toEqual([401, 'TOKEN_REVOKED'])
})
