import {
  CognitoIdentityProviderClient,
  ListUserSessionsCommand,
  RevokeUserSessionCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect, it } from 'vitest'
import { trackingPool } from './session-calls.ts'
import { refusalOf } from './sign-in.ts'
import { getUser, password, signIn } from './signed-in-pool.ts'

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0'

/** As a page in a browser does. */
const call = async (
  url: string,
  request: { operation: string; userAgent: string; input: object },
) => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${request.operation}`,
      'user-agent': request.userAgent,
    },
    body: JSON.stringify(request.input),
  })
  const { AuthenticationResult } = (await answer.json()) as {
    AuthenticationResult: { AccessToken: string; RefreshToken: string }
  }
  return AuthenticationResult
}

it('sessions name the browser they were used with last, and are ended by another', async () => {
  const pool = trackingPool()
  const { url, close } = await pool.listen()
  const client = new CognitoIdentityProviderClient({ region: 'us-east-1', endpoint: url })
  const browser = await call(url, {
    operation: 'InitiateAuth',
    userAgent: firefox,
    input: {
      ClientId: 'webclient',
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'ann', PASSWORD: password },
      UserContextData: { IpAddress: '203.0.113.7' },
    },
  })
  const { AccessToken } = await signIn(pool)
  const list = async () =>
    (await client.send(new ListUserSessionsCommand({ AccessToken }))).Sessions ?? []
  const [session] = await list()
  expect(session).toMatchObject({
    DeviceType: 'Firefox 143 / Linux',
    LastIPAddress: '203.0.113.7',
    IsCurrentSession: false,
  })

  await call(url, {
    operation: 'GetTokensFromRefreshToken',
    userAgent: firefox.replaceAll('143', '144'),
    input: { ClientId: 'webclient', RefreshToken: browser.RefreshToken },
  })
  expect((await list())[0]).toMatchObject({
    SessionId: session?.SessionId,
    DeviceType: 'Firefox 144 / Linux',
  })

  await client.send(new RevokeUserSessionCommand({ AccessToken, SessionId: session?.SessionId }))
  expect(await refusalOf(getUser(pool, browser.AccessToken))).toBe(
    'NotAuthorizedException: Access Token has been revoked',
  )
  client.destroy()
  await close()
})
