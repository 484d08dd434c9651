import { type CognitoAdmin, createCognitoAdmin } from '@x/cognito-core/admin'
import { onTestFinished, vi } from 'vitest'
import { type Call, type Line, scriptedCognito } from './scripted-cognito.ts'

export const userPoolId = 'us-east-1_Scripted1'

export interface ScriptedAdmin {
  admin: CognitoAdmin
  url: string
  calls: Call[]
}

/** An operator with AWS credentials, of a service that says what the script has. */
export const scriptedAdmin = async (...script: readonly Line[]): Promise<ScriptedAdmin> => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLE')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not-so-secret')
  onTestFinished(() => void vi.unstubAllEnvs())
  const { url, calls } = await scriptedCognito(...script)
  const ids = { userPoolId, clientId: 'scriptedclient' }
  return { admin: createCognitoAdmin({ ...ids, endpoint: url }), url, calls }
}
