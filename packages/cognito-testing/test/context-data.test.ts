import { InitiateAuthCommand, SignUpCommand } from '@aws-sdk/client-cognito-identity-provider'
import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserPool } from '../src/index.ts'
import { refusalOf, signInWithPassword } from './sign-in.ts'
import { password } from './signed-in-pool.ts'

const poolWithAnn = () => createTestUserPool({ users: [{ username: 'ann', password }] })

const signIn = (pool: TestUserPool, UserContextData: object, typed = password) =>
  pool.options.client.send(
    new InitiateAuthCommand({
      ClientId: pool.options.clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'ann', PASSWORD: typed },
      UserContextData,
    }),
  )

describe('lastContextData', () => {
  it('is what the last call of an operation told, refused or not', async () => {
    const pool = poolWithAnn()
    await signIn(pool, { IpAddress: '192.0.2.1', EncodedData: 'abc' })
    expect(pool.lastContextData('InitiateAuth')).toEqual({
      IpAddress: '192.0.2.1',
      EncodedData: 'abc',
    })
    await refusalOf(signIn(pool, { IpAddress: '192.0.2.2' }, 'wrong'))
    expect(pool.lastContextData('InitiateAuth')).toEqual({ IpAddress: '192.0.2.2' })
    pool.failNext('InitiateAuth', 'TooManyRequestsException')
    await refusalOf(signIn(pool, { IpAddress: '192.0.2.3' }))
    expect(pool.lastContextData('InitiateAuth')).toEqual({ IpAddress: '192.0.2.3' })
  })

  it('is nothing where the last call told nothing, or where there was none', async () => {
    const pool = poolWithAnn()
    expect(pool.lastContextData('SignUp')).toBeUndefined()
    await signIn(pool, { IpAddress: '192.0.2.1' })
    await signInWithPassword(pool, 'ann', password)
    expect(pool.lastContextData('InitiateAuth')).toBeUndefined()
  })

  it('is kept of each operation', async () => {
    const pool = poolWithAnn()
    await pool.options.client.send(
      new SignUpCommand({
        ClientId: pool.options.clientId,
        Username: 'ben',
        Password: password,
        UserContextData: { EncodedData: 'of ben' },
      }),
    )
    await signInWithPassword(pool, 'ann', password)
    expect(pool.lastContextData('SignUp')).toEqual({ EncodedData: 'of ben' })
  })

  it('is asked for by the name of an operation', () => {
    expect(() => poolWithAnn().lastContextData('SignIn')).toThrow(
      "lastContextData does not know the operation 'SignIn' (there are InitiateAuth, ",
    )
  })
})
