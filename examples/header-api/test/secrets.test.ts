import { expect, test } from 'vitest'
import { ada, basic, password, startService, tokensOf } from './start-service.ts'

test('neither passwords nor tokens are in the log, by whichever name they came', async () => {
  const lines: string[] = []
  const logger = { level: 'trace', stream: { write: (line: string) => void lines.push(line) } }
  const { login, me, post, app } = await startService({ logger })
  const tokens = tokensOf(await login())
  await login(ada, 'Wrong-Engine-1')
  await post('signup', { headers: basic('zoe@example.com') })
  const { AccessToken, RefreshToken } = tokens
  const byReadme = { http_accesstoken: AccessToken, http_refreshtoken: RefreshToken }
  expect((await me(byReadme)).status).toBe(200)
  expect((await me({ ...tokens, ...byReadme })).status).toBe(400)
  app.log.warn({ headers: { ...byReadme, ...tokens } }, 'as an app may do')
  const log = lines.join('')
  expect(log).toContain('/app/auth/login')
  expect(log).toContain('as an app may do')
  const secrets = [password, 'Wrong-Engine-1', basic(ada).authorization.slice(6)]
  for (const secret of [...secrets, AccessToken, RefreshToken]) expect(log).not.toContain(secret)
})
