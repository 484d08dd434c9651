import type { Cognito } from '@x/cognito-core'
import { describe, expect, it } from 'vitest'
import { accountActs, accountOperations } from './account-acts.ts'
import { scriptedCognito } from './scripted-cognito.ts'

const accessToken = 'a'
const username = 'ada'

/** Field by field: what is wrong, and who says so. */
const acts: Readonly<Record<string, readonly [field: string, (cognito: Cognito) => unknown][]>> = {
  signUp: [
    ['username', (cognito) => cognito.signUp(undefined as never)],
    ['username', (cognito) => cognito.signUp({} as never)],
    ['username', (cognito) => cognito.signUp({ username: '' })],
    // An empty one would make a user without a password.
    ['password', (cognito) => cognito.signUp({ username, password: '' })],
    ['password', (cognito) => cognito.signUp({ username, password: null } as never)],
    ['attributes', (cognito) => cognito.signUp({ username, attributes: 'email' } as never)],
    ['attributes', (cognito) => cognito.signUp({ username, attributes: null } as never)],
    ['attributes.email', (cognito) => cognito.signUp({ username, attributes: { email: '' } })],
    ['validationData', (cognito) => cognito.signUp({ username, validationData: [] } as never)],
    ['validationData.a', (cognito) => cognito.signUp({ username, validationData: { a: '' } })],
    [
      'validationData.a',
      (cognito) => cognito.signUp({ username, validationData: { a: 1 } } as never),
    ],
  ],
  confirmSignUp: [
    ['username', (cognito) => cognito.confirmSignUp(undefined as never)],
    ['username', (cognito) => cognito.confirmSignUp({ username: 5, code: '1' } as never)],
    ['code', (cognito) => cognito.confirmSignUp({ username } as never)],
    ['code', (cognito) => cognito.confirmSignUp({ username, code: 123456 } as never)],
    ['session', (cognito) => cognito.confirmSignUp({ username, code: '1', session: '' })],
  ],
  resendSignUpCode: [['username', (cognito) => cognito.resendSignUpCode({ username: '' })]],
  signIn: [
    ['method', (cognito) => cognito.signIn({ method: 'magic', username } as never)],
    ['method', (cognito) => cognito.signIn({ method: 'toString', username } as never)],
    ['session', (cognito) => cognito.signIn({ method: 'after-sign-up', username } as never)],
    ['password', (cognito) => cognito.signIn({ method: 'password', username } as never)],
    ['password', (cognito) => cognito.signIn({ username, session: 's' } as never)],
  ],
  'password.forgot': [['username', (cognito) => cognito.password.forgot(undefined as never)]],
  'password.reset': [
    ['username', (cognito) => cognito.password.reset({ code: '1', newPassword: 'n' } as never)],
    ['code', (cognito) => cognito.password.reset({ username, newPassword: 'n' } as never)],
    ['newPassword', (cognito) => cognito.password.reset({ username, code: '1' } as never)],
  ],
  'password.change': [
    ['accessToken', (cognito) => cognito.password.change({ newPassword: 'n' } as never)],
    ['newPassword', (cognito) => cognito.password.change({ accessToken } as never)],
    [
      'currentPassword',
      (cognito) => cognito.password.change({ accessToken, currentPassword: '', newPassword: 'n' }),
    ],
  ],
  'profile.update': [
    ['accessToken', (cognito) => cognito.profile.update(undefined as never)],
    ['attributes', (cognito) => cognito.profile.update({ accessToken } as never)],
    ['attributes', (cognito) => cognito.profile.update({ accessToken, attributes: {} })],
    [
      'attributes.email',
      (cognito) => cognito.profile.update({ accessToken, attributes: { email: '' } }),
    ],
    [
      'attributes.updated_at',
      (cognito) =>
        cognito.profile.update({ accessToken, attributes: { updated_at: '1' } } as never),
    ],
  ],
  'profile.deleteAttributes': [
    ['accessToken', (cognito) => cognito.profile.deleteAttributes({ names: ['x'] } as never)],
    ['names', (cognito) => cognito.profile.deleteAttributes({ accessToken } as never)],
    ['names', (cognito) => cognito.profile.deleteAttributes({ accessToken, names: [] })],
    ['names', (cognito) => cognito.profile.deleteAttributes({ accessToken, names: 'x' } as never)],
    [
      'names[1]',
      (cognito) => cognito.profile.deleteAttributes({ accessToken, names: ['name', ''] } as never),
    ],
  ],
  'profile.requestVerification': [
    ['accessToken', (cognito) => cognito.profile.requestVerification({} as never)],
    ['attribute', (cognito) => cognito.profile.requestVerification({ accessToken } as never)],
    [
      'attribute',
      (cognito) =>
        cognito.profile.requestVerification({ accessToken, attribute: 'nickname' } as never),
    ],
  ],
  'profile.verifyAttribute': [
    ['accessToken', (cognito) => cognito.profile.verifyAttribute({} as never)],
    [
      'attribute',
      (cognito) => cognito.profile.verifyAttribute({ accessToken, code: '1' } as never),
    ],
    [
      'code',
      (cognito) => cognito.profile.verifyAttribute({ accessToken, attribute: 'email' } as never),
    ],
  ],
  'profile.delete': [['accessToken', (cognito) => cognito.profile.delete({} as never)]],
}

const cases = Object.entries(acts).flatMap(([flow, rows]) =>
  rows.map(([field, act], index) => ({ flow, field, act, index })),
)

describe('input that cannot be', () => {
  it.each(cases)('is refused by name, without a call: $flow $field ($index)', async (row) => {
    const { cognito, calls } = await scriptedCognito({ answer: {} })
    await expect(row.act(cognito)).rejects.toMatchObject({
      code: 'COGNITO_INVALID_INPUT',
      retryable: false,
      params: { field: row.field },
      message: expect.stringContaining(`${row.field}: `),
    })
    expect(calls).toEqual([])
  })
})

describe('the caller', () => {
  it.each(accountOperations)('ends %s by a signal, with its own reason', async (operation) => {
    const { cognito, calls } = await scriptedCognito('stall in the body')
    const reason = new Error('the client went away')
    const controller = new AbortController()
    const acting = accountActs[operation](cognito, { signal: controller.signal })
    setTimeout(() => controller.abort(reason), 20)
    await expect(acting).rejects.toBe(reason)

    const before = calls.length
    const late = accountActs[operation](cognito, { signal: AbortSignal.abort(reason) })
    await expect(late).rejects.toBe(reason)
    expect(calls).toHaveLength(before)
  })

  it('finds what it gave as it was', async () => {
    const { cognito } = await scriptedCognito({
      answer: { UserSub: 's', CodeDeliveryDetails: {}, Username: 'ada' },
    })
    const frozen = <T extends object>(value: T): T => {
      for (const part of Object.values(value)) if (typeof part === 'object' && part) frozen(part)
      return Object.freeze(value)
    }
    const call = frozen({ clientMetadata: { a: 'b' }, device: { ipAddress: '203.0.113.7' } })
    await cognito.signUp(
      frozen({ username, attributes: { email: 'a@b.c' }, validationData: { a: 'b' } }),
      call,
    )
    await cognito.confirmSignUp(frozen({ username, code: '1' }), call)
    await cognito.password.reset(frozen({ username, code: '1', newPassword: 'n' }), call)
    await cognito.profile.update(frozen({ accessToken, attributes: { email: null } }), call)
    await cognito.profile.deleteAttributes(frozen({ accessToken, names: ['nickname'] }), call)
  })
})
