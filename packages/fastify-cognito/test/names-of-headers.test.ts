import { expect, test } from 'vitest'
import type { FastifyCognitoOptions } from '../src/index.ts'
import { signIn, start, who, withHeaders } from './headers-stage.ts'

test('the names are those of the options, in answers other ones if need be', async () => {
  const headers = {
    accessToken: 'X-Access',
    refreshToken: 'X-Refresh',
    answerNames: { accessToken: 'HTTP_ACCESSTOKEN', refreshToken: 'HTTP_REFRESHTOKEN' },
  }
  const { app } = await start({ ...withHeaders, headers })
  const answer = await signIn(app)
  const accessToken = String(answer.headers['http_accesstoken'])
  expect(answer.headers['http_refreshtoken']).toBeTypeOf('string')
  expect((await who(app, { 'x-access': accessToken })).json().name).toBe('ada')
  expect((await who(app, { accesstoken: accessToken })).statusCode).toBe(401)
})

test.each([
  [{ accessToken: 'Authorization' }, 'headers.accessToken'],
  [{ accessToken: 'cookie' }, 'headers.accessToken'],
  [{ answerNames: { refreshToken: 'Set-Cookie' } }, 'headers.answerNames.refreshToken'],
  [{ accessToken: 'my token' }, 'headers.accessToken'],
  [{ refreshToken: '' }, 'headers.refreshToken'],
  [{ accessToken: 'T', refreshToken: 't' }, 'headers.refreshToken'],
  [{ answerNames: { accessToken: 'refreshtoken' } }, 'headers.answerNames.refreshToken'],
  [{ answerNames: { idToken: 'x' } }, 'headers.answerNames.idToken'],
  [{ basicCredentials: 'yes' }, 'headers.basicCredentials'],
  [{ token: 'x' }, 'headers.token'],
])('%j is refused at start-up, by name', async (headers, option) => {
  const options = { ...withHeaders, headers } as unknown as Partial<FastifyCognitoOptions>
  await expect(start(options)).rejects.toMatchObject({ name: 'ConfigurationError', option })
})

test('names are for nothing where tokens never travel in headers', async () => {
  await expect(start({ ...withHeaders, deliver: 'body', headers: {} })).rejects.toThrow(
    "headers: is for deliver: 'headers', or a function that may give it.",
  )
})
