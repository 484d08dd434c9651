import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
} from 'amazon-cognito-identity-js'
import { expect, it } from 'vitest'
import { createTestUserPool } from '../src/index.ts'

it('lets amazon-cognito-identity-js in with the right password', async () => {
  const pool = createTestUserPool({ users: [{ username: 'ann', password: 'Correct-Horse1' }] })
  const { url, close } = await pool.listen()
  const user = new CognitoUser({
    Username: 'ann',
    Pool: new CognitoUserPool({
      UserPoolId: pool.userPoolId,
      ClientId: pool.options.clientId,
      endpoint: url,
    }),
  })
  const session = await new Promise<CognitoUserSession>((resolve, reject) => {
    const details = new AuthenticationDetails({ Username: 'ann', Password: 'Correct-Horse1' })
    user.authenticateUser(details, { onSuccess: resolve, onFailure: reject })
  })
  expect(session.getAccessToken().payload['username']).toBe('ann')
  await close()
})
