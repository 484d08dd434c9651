import {
  CognitoIdentityProviderClient,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { afterEach, describe, expect, it } from 'vitest'
import type { ListeningPool, TestUserPool } from '../src/index.ts'
import { refusalOf } from './sign-in.ts'
import { getUser, poolWith, refresh, signIn } from './signed-in-pool.ts'

const reuse = 'RefreshTokenReuseException: Refresh Token has been rotated'

const rotating = () => poolWith({ rotation: { graceSeconds: 0 } })

/** Whether it has settled by the time that everything else that could happen has happened. */
const isSettled = async (promise: Promise<unknown>): Promise<boolean> => {
  const turn = new Promise((resolve) => setImmediate(resolve, 'waiting'))
  return (await Promise.race([promise, turn])) !== 'waiting'
}

let listening: ListeningPool | undefined
let sdk: CognitoIdentityProviderClient | undefined
afterEach(async () => {
  sdk?.destroy()
  await listening?.close()
  listening = undefined
})

const inProcess = async (pool: TestUserPool) => pool.options.client
const overHttp = async (pool: TestUserPool) => {
  listening = await pool.listen()
  sdk = new CognitoIdentityProviderClient({
    region: 'us-east-1',
    endpoint: listening.url,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  })
  return sdk
}

describe.each([
  ['in the process', inProcess],
  ['over HTTP', overHttp],
])('%s', (_, connect) => {
  it('an answer is held until it is let go, while the operation has had its effect', async () => {
    const pool = rotating()
    const client = await connect(pool)
    const { RefreshToken } = await signIn(pool)
    const command = new GetTokensFromRefreshTokenCommand({ ClientId: 'webclient', RefreshToken })
    const release = pool.holdNext('GetTokensFromRefreshToken')
    const held = client.send(command)
    await release.reached
    expect(await refusalOf(client.send(command))).toBe(reuse)
    expect(await isSettled(held)).toBe(false)
    release()
    const fresh = (await held).AuthenticationResult?.RefreshToken ?? ''
    expect((await refresh(pool, fresh)).AuthenticationResult).toBeDefined()
  })

  it('an answer is lost, while the operation has had its effect', async () => {
    const pool = rotating()
    const client = await connect(pool)
    const { RefreshToken } = await signIn(pool)
    const command = new GetTokensFromRefreshTokenCommand({ ClientId: 'webclient', RefreshToken })
    pool.loseNext('GetTokensFromRefreshToken')
    await expect(client.send(command)).rejects.toMatchObject({ code: 'ECONNRESET' })
    expect(pool.calls['GetTokensFromRefreshToken']).toBe(1)
    expect(await refusalOf(client.send(command))).toBe(reuse)
  })

  it('a caller who gives up gets no answer that is held', async () => {
    const pool = poolWith()
    const client = await connect(pool)
    const { AccessToken } = await signIn(pool)
    const release = pool.holdNext('GetUser')
    const caller = new AbortController()
    const held = client.send(new GetUserCommand({ AccessToken }), { abortSignal: caller.signal })
    await release.reached
    caller.abort()
    expect(await refusalOf(held)).toMatch(/^AbortError: /)
    release()
    expect(await getUser(pool, AccessToken)).toMatchObject({ Username: 'ann' })
  })
})

it('what is refused is held like any answer, and faults come in their order', async () => {
  const pool = poolWith()
  const { AccessToken } = await signIn(pool)
  const release = pool.holdNext('GetUser')
  pool.failNext('GetUser', 'TooManyRequestsException')
  pool.loseNext('*')
  const refused = refusalOf(getUser(pool, 'garbage'))
  await release.reached
  expect(await isSettled(refused)).toBe(false)
  expect(await refusalOf(getUser(pool, AccessToken))).toMatch(/^TooManyRequestsException: /)
  expect(await refusalOf(getUser(pool, AccessToken))).toMatch(/ECONNRESET/)
  release()
  expect(await refused).toBe('NotAuthorizedException: Invalid Access Token')
})

it('what is let go before the call comes is not held', async () => {
  const pool = poolWith()
  const { AccessToken } = await signIn(pool)
  const release = pool.holdNext('GetUser')
  release()
  expect(await getUser(pool, AccessToken)).toMatchObject({ Username: 'ann' })
})

it.each(['holdNext', 'loseNext'] as const)('%s knows the operations by name', (fault) => {
  expect(() => poolWith()[fault]('GetUsr')).toThrow(
    `${fault} does not know the operation 'GetUsr' (there are InitiateAuth, `,
  )
})
