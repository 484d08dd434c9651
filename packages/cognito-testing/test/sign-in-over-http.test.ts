import { request } from 'node:http'
import {
  CognitoIdentityProviderClient,
  GetUserCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
} from 'amazon-cognito-identity-js'
import { Amplify } from 'aws-amplify'
import { confirmSignIn, fetchAuthSession, signIn, signOut } from 'aws-amplify/auth'
import { ConsoleLogger } from 'aws-amplify/utils'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { afterEach, describe, expect, it } from 'vitest'
import { createTestUserPool, type ListeningPool, type TestUserPool } from '../src/index.ts'
import { refusalOf, signInWithPassword } from './sign-in.ts'

const password = 'Correct-Horse1'
const open: ListeningPool[] = []

// It warns about every endpoint that is not Amazon's.
ConsoleLogger.LOG_LEVEL = 'ERROR'

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})

const start = async (options: Parameters<typeof createTestUserPool>[0] = {}) => {
  const pool = createTestUserPool({
    signInWith: ['email'],
    users: [{ username: 'ann@example.com', password }],
    ...options,
  })
  const server = await pool.listen()
  open.push(server)
  return { pool, url: server.url }
}

describe('amazon-cognito-identity-js', () => {
  const authenticate = (
    { pool, url }: { pool: TestUserPool; url: string },
    Password: string,
  ): Promise<{ user: CognitoUser; session: CognitoUserSession }> => {
    const Pool = new CognitoUserPool({
      UserPoolId: pool.userPoolId,
      ClientId: pool.options.clientId,
      endpoint: url,
    })
    const user = new CognitoUser({ Username: 'ann@example.com', Pool })
    const details = new AuthenticationDetails({ Username: 'ann@example.com', Password })
    return new Promise((resolve, reject) => {
      user.authenticateUser(details, {
        onSuccess: (session) => resolve({ user, session }),
        onFailure: reject,
        newPasswordRequired: (known: object, required: readonly string[]) => {
          expect(required).toEqual(['email', 'name'])
          const missing = required.filter((name) => !Object.hasOwn(known, name))
          const given = Object.fromEntries(missing.map((name) => [name, 'Ann']))
          user.completeNewPasswordChallenge('Battery-Staple2', given, {
            onSuccess: (session) => resolve({ user, session }),
            onFailure: reject,
          })
        },
        totpRequired: () => {
          const code = pool.totpCodeFor('ann@example.com')
          const callbacks = {
            onSuccess: (session: CognitoUserSession) => resolve({ user, session }),
            onFailure: reject,
          }
          user.sendMFACode(code, callbacks, 'SOFTWARE_TOKEN_MFA')
        },
      })
    })
  }

  it('gets in with the right password, refreshes and signs out', async () => {
    const served = await start()
    const { user, session } = await authenticate(served, password)
    expect(session.getAccessToken().payload['username']).toBe(served.pool.users[0]?.sub)
    const refreshed = await new Promise<CognitoUserSession>((resolve, reject) => {
      user.refreshSession(session.getRefreshToken(), (error, result) =>
        error ? reject(error) : resolve(result),
      )
    })
    expect(refreshed.isValid()).toBe(true)
    await new Promise<void>((resolve, reject) => {
      user.globalSignOut({ onSuccess: () => resolve(), onFailure: reject })
    })
    expect(served.pool.calls).toMatchObject({ GlobalSignOut: 1 })
  })

  it('stays out with a wrong one', async () => {
    expect(await refusalOf(authenticate(await start(), 'Correct-Horse2'))).toBe(
      'NotAuthorizedException: Incorrect username or password.',
    )
  })

  it('gets in by e-mail address and a TOTP code, as the UUID it stands for', async () => {
    const served = await start({
      users: [{ username: 'ann@example.com', password, mfa: 'totp' }],
    })
    const { session } = await authenticate(served, password)
    const [{ username = '', sub = '' } = {}] = served.pool.users
    expect(session.getAccessToken().payload).toMatchObject({ username, sub })
    expect(session.getIdToken().payload).toMatchObject({
      'cognito:username': sub,
      email: 'ann@example.com',
    })
    expect(served.pool.calls).toMatchObject({ RespondToAuthChallenge: 2 })
  })

  it('sets a first password with what was missing of what is required', async () => {
    const served = await start({
      requiredAttributes: ['email', 'name'],
      users: [{ username: 'ann@example.com', password, status: 'FORCE_CHANGE_PASSWORD' }],
    })
    const { session } = await authenticate(served, password)
    expect(session.getIdToken().payload).toMatchObject({ name: 'Ann' })
  })
})

describe('aws-amplify', () => {
  const configure = ({ pool, url }: { pool: TestUserPool; url: string }) =>
    Amplify.configure({
      Auth: {
        Cognito: {
          userPoolId: pool.userPoolId,
          userPoolClientId: pool.options.clientId,
          userPoolEndpoint: url,
        },
      },
    })

  it('gets in by e-mail address and a TOTP code on a pool of UUIDs, and out again', async () => {
    const served = await start({
      users: [{ username: 'ann@example.com', password, mfa: 'totp' }],
    })
    configure(served)
    const { nextStep } = await signIn({ username: 'ann@example.com', password })
    expect(nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_TOTP_CODE')
    const challengeResponse = served.pool.totpCodeFor('ann@example.com')
    expect(await confirmSignIn({ challengeResponse })).toMatchObject({ isSignedIn: true })

    const { tokens } = await fetchAuthSession({ forceRefresh: true })
    expect(tokens?.accessToken.payload['username']).toBe(served.pool.users[0]?.sub)
    expect(served.pool.calls).toMatchObject({ GetTokensFromRefreshToken: 1 })
    await signOut()
    expect(served.pool.calls).toMatchObject({ RevokeToken: 1 })
  })

  it('stays out with a wrong password', async () => {
    configure(await start())
    const attempt = signIn({ username: 'ann@example.com', password: 'Correct-Horse2' })
    expect(await refusalOf(attempt)).toBe('NotAuthorizedException: Incorrect username or password.')
  })
})

describe('the server', () => {
  const tokensOf = async (pool: TestUserPool) => {
    const { AuthenticationResult } = await signInWithPassword(pool, 'ann@example.com', password)
    return { AccessToken: AuthenticationResult?.AccessToken ?? '' }
  }

  it('publishes keys that jose finds through the discovery document', async () => {
    const { pool, url } = await start()
    const answer = await fetch(`${url}/${pool.userPoolId}/.well-known/openid-configuration`)
    const { issuer, jwks_uri } = (await answer.json()) as { issuer: string; jwks_uri: string }
    const { AccessToken } = await tokensOf(pool)
    const { payload } = await jwtVerify(AccessToken, createRemoteJWKSet(new URL(jwks_uri)), {
      issuer,
    })
    expect(payload['token_use']).toBe('access')
  })

  it('answers an SDK client that was only given its address', async () => {
    const { pool, url } = await start()
    const client = new CognitoIdentityProviderClient({ region: 'us-east-1', endpoint: url })
    const answer = await client.send(new GetUserCommand(await tokensOf(pool)))
    expect(answer.Username).toBe(pool.users[0]?.sub)
    client.destroy()
  })

  it('may be called by a page from anywhere', async () => {
    const { url } = await start()
    const preflight = await fetch(url, {
      method: 'OPTIONS',
      headers: { Origin: 'http://localhost:5173', 'Access-Control-Request-Method': 'POST' },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
    expect(preflight.headers.get('access-control-allow-headers')).toBe('*')
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.GetUser' },
      body: '{"AccessToken":"x"}',
    })
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  })

  it('answers errors with the headers and the body of AWS JSON 1.1', async () => {
    const { url } = await start()
    const post = (body: string, target = 'AWSCognitoIdentityProviderService.GetUser') =>
      fetch(url, { method: 'POST', headers: { 'x-amz-target': target }, body })
    const answer = await post('{"AccessToken":"x"}')
    expect(answer.status).toBe(400)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/x-amz-json-1.1',
      'x-amzn-errortype': 'NotAuthorizedException:',
      'x-amzn-errormessage': 'Invalid Access Token',
      'x-amzn-requestid': expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(await answer.json()).toEqual({
      __type: 'NotAuthorizedException',
      message: 'Invalid Access Token',
    })
    for (const body of ['{', '[]', '{"AccessToken":7}', '']) {
      expect(await (await post(body)).json()).toMatchObject({ __type: 'SerializationException' })
    }
    expect(await (await post('{}', 'toString')).json()).toMatchObject({
      __type: 'UnknownOperationException',
    })
  })

  it('shows the codes that were sent, to no page of another origin', async () => {
    const { pool, url } = await start({
      users: [{ username: 'ann@example.com', password, mfa: 'email' }],
    })
    await signInWithPassword(pool, 'ann@example.com', password)
    const answer = await fetch(`${url}/inbox`)
    expect(answer.headers.has('access-control-allow-origin')).toBe(false)
    const code = pool.inbox.lastCodeFor('ann@example.com')
    expect(await answer.json()).toMatchObject([{ to: 'ann@example.com', medium: 'email', code }])
  })

  it.each([
    ['GET', '/inbox'],
    ['GET', '/us-east-1_TestPool1/.well-known/jwks.json'],
    ['POST', '/'],
    ['OPTIONS', '/'],
  ])('answers %s %s under names of this machine only', async (method, path) => {
    const { pool, url } = await start()
    const { port } = new URL(url)
    const ask = (host: string) =>
      new Promise<{ status: number | undefined; cors: string | undefined }>((resolve, reject) => {
        const headers = { host, 'x-amz-target': 'AWSCognitoIdentityProviderService.GetUser' }
        const asked = request(`${url}${path}`, { method, headers }, (answer) => {
          answer.resume()
          const cors = answer.headers['access-control-allow-origin']
          resolve({ status: answer.statusCode, cors })
        })
        asked.on('error', reject).end()
      })
    const strangers = ['rebound.example', `rebound.example:${port}`, `localhost.x:${port}`]
    for (const host of [...strangers, 'localhost:1', 'localhost', '127.0.0.1']) {
      expect(await ask(host)).toEqual({ status: 403, cors: undefined })
    }
    expect(pool.calls['GetUser']).toBe(0)
    for (const host of ['localhost', 'LOCALHOST', '127.0.0.1', '[::1]']) {
      expect((await ask(`${host}:${port}`)).status).not.toBe(403)
    }
  })

  it('breaks the connection when told to', async () => {
    const { pool, url } = await start()
    const call = (signal?: AbortSignal) =>
      fetch(url, {
        method: 'POST',
        headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.GetUser' },
        body: '{"AccessToken":"x"}',
        ...(signal && { signal }),
      })
    pool.failNext('GetUser', 'reset')
    await expect(call()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } })
    pool.failNext('GetUser', 'timeout')
    await expect(call(AbortSignal.timeout(200))).rejects.toMatchObject({ name: 'TimeoutError' })
    pool.failNext('GetUser', 'malformed')
    await expect(call().then((answer) => answer.json())).rejects.toThrow(SyntaxError)
    expect((await call()).status).toBe(400)
  })

  it('has nothing else, and takes no body without end', async () => {
    const { url } = await start()
    expect((await fetch(`${url}/inbox`, { method: 'POST' })).status).toBe(404)
    expect((await fetch(`${url}//`)).status).toBe(404)
    expect((await fetch(url, { method: 'POST', body: 'x'.repeat(1_000_001) })).status).toBe(413)
  })

  it.each([
    [{ host: '0.0.0.0' }, 'listen.host must be one of 127.0.0.1, ::1, localhost'],
    [{ port: 70_000 }, 'listen.port must be a whole number from 0 to 65535'],
    [{ prot: 9229 }, 'listen.prot is not an option'],
  ])('does not listen with %j', async (options, message) => {
    await expect(createTestUserPool().listen(options as object)).rejects.toThrow(message)
  })
})
