import { createTestUserPool } from '@x/cognito-testing'
import { expect, test } from 'vitest'
import { createSeal } from '../src/session/seal.ts'
import { createBrowser } from './browser.ts'
import { createLog } from './create-log.ts'
import { secret, startApp, withBearer, withCookies } from './start-app.ts'

const password = 'Correct-horse-1'
const newPassword = 'Battery-staple-2'
const thirdPassword = 'Third-password-3'
const email = 'very-secret-name@example.com'
const faults = [
  'timeout',
  'malformed',
  'ResourceNotFoundException',
  'TooManyRequestsException',
] as const

test.each([
  ['cookie', withCookies],
  ['bearer', withBearer],
] as const)(
  'no password, code, session or token of an account reaches a log, by %s',
  async (how, options) => {
    const pool = createTestUserPool({ signInWith: ['email'], clients: [{ secret: true }] })
    const log = createLog()
    const client = createBrowser(await startApp({ pool, options, server: { logger: log.options } }))
    const secrets = new Set<string>([password, newPassword, thirdPassword, secret, email])
    const refusals: string[] = []

    const send = async (path: string, body: object, headers: Record<string, string> = {}) => {
      const answer = await client.post(`/auth${path}`, body, { headers })
      if (answer.statusCode >= 400) refusals.push(answer.body)
      for (const value of client.cookies.values()) secrets.add(value)
      for (const { code } of pool.inbox.messages) secrets.add(code)
      const { signUpToken, tokens } = answer.body ? answer.json() : {}
      for (const value of [
        signUpToken,
        tokens?.accessToken,
        tokens?.refreshToken,
        tokens?.idToken,
      ]) {
        if (typeof value === 'string') secrets.add(value)
      }
      return answer.body ? answer.json() : {}
    }
    /** Once with each fault, then rightly. */
    const insist = async (operation: string, ...said: Parameters<typeof send>) => {
      for (const fault of faults) {
        pool.failNext(operation, fault)
        await send(...said)
      }
      return send(...said)
    }
    const code = () => pool.inbox.lastCodeFor(email)

    const { signUpToken } = await insist('SignUp', '/sign-up', { email, password })
    const sealed = signUpToken ?? client.cookies.get('cognito-sign-up')?.slice(2)
    const { userPoolId, clientId } = pool.options
    const audience = `${userPoolId} ${clientId}`
    const text = createSeal({ secrets: [secret], purpose: 'sign-up', audience }).open({
      untrustedSealed: sealed,
      context: how === 'cookie' ? 'cognito-sign-up' : 'signUpToken',
    })
    const { session } = JSON.parse(text ?? '{}')
    secrets.add(session)

    await send('/sign-up/confirm', { username: email, code: '987654321' })
    await insist('ResendConfirmationCode', '/sign-up/resend', { username: email })
    const proof = { username: email, code: code(), ...(signUpToken && { signUpToken }) }
    const { tokens } = await insist('ConfirmSignUp', '/sign-up/confirm', proof)
    const headers: Record<string, string> = tokens
      ? { authorization: `Bearer ${tokens.accessToken}` }
      : {}
    const change = { currentPassword: password, newPassword }
    await send('/password/change', { currentPassword: thirdPassword, newPassword }, headers)
    await insist('ChangePassword', '/password/change', change, headers)
    await insist('ForgotPassword', '/password/forgot', { username: email })
    const reset = { username: email, code: code(), newPassword: thirdPassword }
    await send('/password/reset', { ...reset, newPassword: 'very-weak-and-secret' })
    await insist('ConfirmForgotPassword', '/password/reset', reset)
    await insist('GetUserAttributeVerificationCode', '/me/verify', { attribute: 'email' }, headers)
    const verify = { attribute: 'email', code: code() }
    await insist('VerifyUserAttribute', '/me/verify/confirm', verify, headers)

    expect(session.length).toBeGreaterThan(20)
    expect(secrets.size).toBeGreaterThan(9)
    expect(refusals.length).toBeGreaterThan(20)
    for (const value of [...secrets, '987654321', 'very-weak-and-secret']) {
      expect(log.text().includes(value)).toBe(false)
      expect(refusals.some((body) => body.includes(value))).toBe(false)
    }
  },
)
