import { CognitoError } from '@x/cognito-core'
import { type CognitoAdmin, createCognitoAdmin } from '@x/cognito-core/admin'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { scriptedCognito } from './scripted-cognito.ts'

afterEach(() => vi.unstubAllEnvs())

const username = 'ada'
const password = 'Correct-horse-1'

const acts: readonly (readonly [operation: string, act: (admin: CognitoAdmin) => unknown])[] = [
  ['AdminGetUser', ({ users }) => users.get({ username })],
  [
    'AdminSetUserPassword',
    ({ users }) => users.setPassword({ username, password, permanent: true }),
  ],
  ['ListUsers', ({ users }) => users.list().page()],
  ['AdminListDevices', ({ users }) => users.devices.list({ username })],
  ['CreateGroup', ({ groups }) => groups.create({ name: 'staff' })],
  ['AdminListUserSessions', ({ sessions }) => sessions.list({ username })],
  ['AddUserPoolClientSecret', ({ clientSecrets }) => clientSecrets.add()],
  ['AdminInitiateAuth', (admin) => admin.signIn({ method: 'admin-password', username, password })],
]

const ids = { userPoolId: 'us-east-1_Scripted1', clientId: 'scriptedclient' }

describe('a call of an operator', () => {
  it.each(acts)(
    'without credentials says which it was, and how to give some: %s',
    async (operation, act) => {
      const names = Object.keys(process.env).filter((name) => /^AWS_(?!SDK_)/.test(name))
      for (const name of [...names, 'HOME']) vi.stubEnv(name, '')
      // Else the SDK would ask the machine that it runs on.
      vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true')
      const { url, calls } = await scriptedCognito({ answer: {} })
      const admin = createCognitoAdmin({ ...ids, endpoint: url })
      const refused = await Promise.resolve(act(admin)).catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(CognitoError)
      expect(refused).toMatchObject({
        code: 'COGNITO_NO_CREDENTIALS',
        params: { operation },
        message: expect.stringMatching(new RegExp(`${operation}.*IAM role.*AWS_ACCESS_KEY_ID`)),
      })
      expect(String(refused)).not.toContain(password)
      expect(calls).toEqual([])
    },
  )

  it.each(acts)(
    'without the permission says the line that grants it: %s',
    async (operation, act) => {
      vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLE')
      vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not-so-secret')
      const { url } = await scriptedCognito({ error: 'AccessDeniedException' })
      const admin = createCognitoAdmin({ ...ids, endpoint: url })
      const statement = `{"Effect":"Allow","Action":"cognito-idp:${operation}","Resource":"arn:aws:cognito-idp:*:*:userpool/us-east-1_Scripted1"}`
      await expect(act(admin)).rejects.toMatchObject({
        code: 'COGNITO_NOT_PERMITTED',
        params: { action: `cognito-idp:${operation}`, statement },
        message: expect.stringContaining(statement),
      })
    },
  )
})
