import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { buildApp } from '../src/build-app.ts'
import { createDemoPool, demoUsers } from '../src/demo-pool.ts'

const start = async () => {
  const { options, tokenOf } = createDemoPool()
  const app = await buildApp(options)
  onTestFinished(() => app.close())
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const [ada, grace] = await Promise.all(demoUsers.map(tokenOf))
  const ask = (method: string, path: string, token?: string) =>
    fetch(`${url}${path}`, {
      method,
      headers: token ? { authorization: `Bearer ${token}` } : {},
    })
  return { ask, ada, grace }
}

test('who has no token gets no further', async () => {
  const { ask } = await start()
  const answer = await ask('GET', '/orders')
  expect(answer.status).toBe(401)
  expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="cognito"')
  expect(await answer.json()).toMatchObject({ code: 'TOKEN_MISSING' })
  expect((await ask('GET', '/orders', 'no.token.this')).status).toBe(401)
})

test('who has one sees their orders, and who they are', async () => {
  const { ask, grace } = await start()
  expect(await (await ask('GET', '/orders', grace)).json()).toEqual([{ id: 7, for: 'grace' }])
  expect(await (await ask('GET', '/auth/me', grace)).json()).toMatchObject({
    user: { username: 'grace' },
  })
})

test('a scope is needed to write, and a group to pack', async () => {
  const { ask, ada, grace } = await start()
  const refused = await ask('POST', '/orders', grace)
  expect(refused.status).toBe(403)
  expect(refused.headers.get('www-authenticate')).toContain('scope="orders/write"')
  expect((await ask('POST', '/orders', ada)).status).toBe(201)
  expect((await ask('POST', '/orders/7/packed', grace)).status).toBe(403)
  expect(await (await ask('POST', '/orders/7/packed', ada)).json()).toEqual({ status: 'packed' })
})

test('the document says which routes take a token, and its pages are open', async () => {
  const { ask } = await start()
  const page = await ask('GET', '/docs/')
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('swagger-ui')
  const { paths, components } = (await (await ask('GET', '/docs/json')).json()) as {
    paths: Record<string, Record<string, { security?: object[]; responses: object }>>
    components: { securitySchemes: object }
  }
  for (const [path, method] of [
    ['/orders', 'get'],
    ['/orders', 'post'],
    ['/orders/{id}/packed', 'post'],
  ] as const) {
    expect(paths[path]?.[method]?.security).toEqual([{ cognitoBearer: [] }])
    expect(paths[path]?.[method]?.responses).toHaveProperty('401')
  }
  expect(components.securitySchemes).toHaveProperty('cognitoBearer')
})

test('as a process of its own it says how to try it, and a wrong port by name', async () => {
  const main = fileURLToPath(new URL('../dist/main.js', import.meta.url))
  const run = (PORT: string) => {
    const child = spawn(process.execPath, [main], { env: { PORT } })
    onTestFinished(() => void child.kill('SIGKILL'))
    const told = { output: '', errors: '' }
    child.stdout.on('data', (text) => (told.output += text))
    child.stderr.on('data', (text) => (told.errors += text))
    return { child, told, ended: once(child, 'exit') }
  }
  const { child, told, ended } = run('0')
  await expect.poll(() => told.output, { timeout: 10_000 }).toContain('curl http')
  const [, token = ''] = /TOKEN=(\S+)/.exec(told.output) ?? []
  const [, url = ''] = /Orders on (http:\S+),/.exec(told.output) ?? []
  const answer = await fetch(`${url}/orders`, { headers: { authorization: `Bearer ${token}` } })
  expect(answer.status).toBe(200)
  child.kill('SIGTERM')
  expect((await ended)[0]).toBe(0)
  expect(told.errors).toBe('')

  const wrong = run('x')
  expect((await wrong.ended)[0]).toBe(1)
  expect(wrong.told.errors).toMatch(/^PORT: is no port/)
})
