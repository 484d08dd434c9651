import { ConfigurationError } from '@x/cognito-core'
import { expect, test } from 'vitest'
import { readSettings } from '../src/settings/settings.ts'
import { unreadVariables } from '../src/settings/unread-variables.ts'

const pool = { COGNITO_USER_POOL_ID: 'eu-west-1_AbCdEf123', COGNITO_APP_CLIENT_ID: 'client' }
const clientSecret = 's'.repeat(32)

test('the variables of the older service are read', () => {
  const settings = readSettings({
    ...pool,
    COGNITO_APP_CLIENT_SECRET: clientSecret,
    DB_NAME: 'app',
    DB_USERNAME: 'service',
    DB_PASSWORD: 'word',
  })
  expect(settings).toMatchObject({
    cognito: { userPoolId: 'eu-west-1_AbCdEf123', clientId: 'client', clientSecret },
    database: {
      host: '127.0.0.1',
      port: 5432,
      database: 'app',
      user: 'service',
      password: 'word',
    },
  })
})

test('without any, pool and database are in this process', () => {
  const { cognito, database, method, port } = readSettings({ DB_NAME: '', DATABASE_URL: '' })
  expect({ cognito, database, method, port }).toEqual({ method: 'srp', port: 3002 })
})

test('a URL names a database, too', () => {
  const url = 'postgres://service:word@127.0.0.1/app'
  expect(readSettings({ DATABASE_URL: url }).database).toEqual({ connectionString: url })
})

test.each([
  [{ PORT: '70000' }, /^PORT/],
  [{ SIGN_IN_METHOD: 'paper' }, /^SIGN_IN_METHOD.*srp, password/],
  [{ COGNITO_USER_POOL_ID: 'eu-west-1_AbCdEf123' }, /COGNITO_APP_CLIENT_ID/],
  [{ DATABASE_URL: 'mysql://127.0.0.1/app' }, /^DATABASE_URL/],
  [{ DATABASE_URL: 'postgres://h/app', DB_NAME: 'app' }, /^DATABASE_URL.*DB_NAME/],
  [{ DB_PASSWORD: 'word' }, /^DB_NAME.*DB_PASSWORD/],
  [{ DB_NAME: 'app' }, /^DB_USERNAME/],
  [{ DB_NAME: 'app', DB_USERNAME: 'x', DB_PORT: 'x' }, /^DB_PORT/],
])('a wrong variable is told by name: %j', (env, message) => {
  expect(() => readSettings(env)).toThrow(ConfigurationError)
  expect(() => readSettings(env)).toThrow(message)
})

test('a password in a URL that is wrong is not told', () => {
  expect(() => readSettings({ DATABASE_URL: 'mysql://a:word-1@h/app' })).toThrow(
    expect.not.objectContaining({ message: expect.stringContaining('word-1') }),
  )
})

test('what nothing reads is said at start-up, by name', () => {
  expect(unreadVariables({ ...pool, AWS_REGION: 'eu-west-1' })).toEqual([])
  const lines = unreadVariables({
    ...pool,
    S3_BUCKET: 'bucket',
    AWS_ACCESS_KEY_ID: 'key',
    AWS_SECRET_ACCESS_KEY: 'word',
    AWS_REGION: 'us-east-1',
    DB_NAME: 'app',
    HOST: 'db',
  })
  expect(lines.map((line) => line.split(':')[0])).toEqual([
    'S3_BUCKET',
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_REGION',
    'HOST',
  ])
  expect(lines[0]).toBe('S3_BUCKET: is read by nothing here, nor was it before.')
  expect(lines.join(' ')).not.toMatch(/bucket|word/)
})
