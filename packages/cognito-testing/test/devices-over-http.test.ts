import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
} from 'amazon-cognito-identity-js'
import { Amplify } from 'aws-amplify'
import {
  confirmSignIn,
  fetchAuthSession,
  fetchDevices,
  forgetDevice,
  rememberDevice,
  signIn,
  signOut,
} from 'aws-amplify/auth'
import { ConsoleLogger } from 'aws-amplify/utils'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createTestUserPool, type TestUserPool, type TestUserPoolOptions } from '../src/index.ts'
import { forgetDevice as forgetDeviceOf } from './device-calls.ts'

const username = 'ann@example.com'
const password = 'Correct-Horse1'

// It warns about every endpoint that is not Amazon's.
ConsoleLogger.LOG_LEVEL = 'ERROR'

const start = async (options: TestUserPoolOptions = {}) => {
  const pool = createTestUserPool({
    signInWith: ['email'],
    deviceTracking: 'always',
    users: [{ username, password, mfa: 'totp' }],
    ...options,
  })
  const server = await pool.listen()
  onTestFinished(() => server.close())
  return { pool, url: server.url }
}

describe('amazon-cognito-identity-js', () => {
  type Served = Awaited<ReturnType<typeof start>>

  /** On the same machine each time: it keeps devices where it keeps everything. */
  const userOf = ({ pool, url }: Served): CognitoUser => {
    const ids = { UserPoolId: pool.userPoolId, ClientId: pool.options.clientId }
    const Pool = new CognitoUserPool({ ...ids, endpoint: url })
    return new CognitoUser({ Username: username, Pool })
  }

  const authenticate = (served: Served, user = userOf(served)) =>
    new Promise<{ user: CognitoUser; session: CognitoUserSession; asksForConsent: boolean }>(
      (resolve, reject) => {
        const onSuccess = (session: CognitoUserSession, asksForConsent = false): void =>
          resolve({ user, session, asksForConsent })
        const details = new AuthenticationDetails({ Username: username, Password: password })
        user.authenticateUser(details, {
          onSuccess,
          onFailure: reject,
          totpRequired: () => {
            const code = served.pool.totpCodeFor(username)
            user.sendMFACode(code, { onSuccess, onFailure: reject }, 'SOFTWARE_TOKEN_MFA')
          },
        })
      },
    )

  const call = <T>(
    run: (callbacks: { onSuccess: (value: T) => void; onFailure: (error: Error) => void }) => void,
  ) => new Promise<T>((resolve, reject) => run({ onSuccess: resolve, onFailure: reject }))

  const callsOf = (pool: TestUserPool) => pool.calls['RespondToAuthChallenge'] ?? 0

  it('confirms a device, and needs no code on it after that', async () => {
    const served = await start()
    const first = await authenticate(served)
    expect(first.asksForConsent).toBe(false)
    const key = first.session.getAccessToken().payload['device_key']
    const before = callsOf(served.pool)
    const second = await authenticate(served)
    expect(second.session.getAccessToken().payload['device_key']).toBe(key)
    // PASSWORD_VERIFIER, DEVICE_SRP_AUTH, DEVICE_PASSWORD_VERIFIER
    expect(callsOf(served.pool) - before).toBe(3)
    const refreshed = await new Promise<CognitoUserSession>((resolve, reject) => {
      second.user.refreshSession(second.session.getRefreshToken(), (error, result) =>
        error ? reject(error) : resolve(result),
      )
    })
    expect(refreshed.getAccessToken().payload['device_key']).toBe(key)
  })

  it('signs in on its own when the device was forgotten meanwhile, and names a new one', async () => {
    const served = await start()
    const { user } = await authenticate(served)
    const other = await authenticate(served)
    await call((callbacks) => other.user.forgetDevice(callbacks))
    served.pool.clock.advance(90)
    const again = await authenticate(served, user)
    expect(again.session.isValid()).toBe(true)
    expect(served.pool.calls['ConfirmDevice']).toBe(2)
  })

  it('asks for consent where users opt in, and is asked for a code until it has it', async () => {
    const served = await start({ deviceTracking: 'opt-in' })
    const { user, asksForConsent } = await authenticate(served)
    expect(asksForConsent).toBe(true)
    const shown = async () => {
      const { Devices } = await call<{ Devices: readonly unknown[] }>((callbacks) =>
        user.listDevices(10, null, callbacks),
      )
      return Devices.length
    }
    expect(await shown()).toBe(0)
    await call((callbacks) => user.setDeviceStatusRemembered(callbacks))
    expect(await shown()).toBe(1)
    await call((callbacks) => user.setDeviceStatusNotRemembered(callbacks))
    expect(await shown()).toBe(0)
  })
})

describe('aws-amplify', () => {
  const configure = async (options: TestUserPoolOptions = {}) => {
    const { pool, url } = await start(options)
    const ids = { userPoolId: pool.userPoolId, userPoolClientId: pool.options.clientId }
    Amplify.configure({ Auth: { Cognito: { ...ids, userPoolEndpoint: url } } })
    // What a device is called is what its browser is called.
    vi.stubGlobal('navigator', { userAgent: 'Test browser' })
    onTestFinished(async () => {
      await signOut()
      vi.unstubAllGlobals()
    })
    return pool
  }

  const signInWithCode = async (pool: TestUserPool) => {
    const { nextStep } = await signIn({ username, password })
    expect(nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_TOTP_CODE')
    await confirmSignIn({ challengeResponse: pool.totpCodeFor(username) })
    pool.clock.advance(90)
  }

  it('confirms a device, needs no code on it after that, and refreshes on it', async () => {
    const pool = await configure()
    await signInWithCode(pool)
    const [device] = await fetchDevices()
    expect(device).toMatchObject({ name: 'Test browser' })
    await signOut()
    expect(await signIn({ username, password })).toMatchObject({ isSignedIn: true })
    const { tokens } = await fetchAuthSession({ forceRefresh: true })
    expect(tokens?.accessToken.payload['device_key']).toBe(device?.id)
  })

  it('forgets a device, and is asked for a code again', async () => {
    const pool = await configure()
    await signInWithCode(pool)
    await forgetDevice()
    expect(await fetchDevices()).toEqual([])
    await signOut()
    await signInWithCode(pool)
    expect(await fetchDevices()).toHaveLength(1)
  })

  it('drops a device that was forgotten elsewhere', async () => {
    const pool = await configure({ users: [{ username, password }] })
    await signIn({ username, password })
    const [device = { id: '' }] = await fetchDevices()
    await signOut()
    await signIn({ username, password })
    // As from another machine: this one does not hear of it.
    const { tokens } = await fetchAuthSession()
    await forgetDeviceOf(pool, tokens?.accessToken.toString() ?? '', device.id)
    await signOut()
    expect(await signIn({ username, password })).toMatchObject({ isSignedIn: true })
    const devices = await fetchDevices()
    expect(devices.map(({ id }) => id)).not.toContain(device.id)
  })

  it('is remembered where users opt in', async () => {
    const pool = await configure({ deviceTracking: 'opt-in' })
    await signInWithCode(pool)
    expect(await fetchDevices()).toEqual([])
    await rememberDevice()
    expect(await fetchDevices()).toHaveLength(1)
    await signOut()
    expect(await signIn({ username, password })).toMatchObject({ isSignedIn: true })
  })
})
