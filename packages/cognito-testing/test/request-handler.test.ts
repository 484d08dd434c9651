import {
  CognitoIdentityProviderServiceException,
  GetUserCommand,
  InitiateAuthCommand,
  ListUserPoolClientsCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { describe, expect, it } from 'vitest'
import { createTestUserPool, type TestUserPool } from '../src/index.ts'
import { refusalOf, signInWithPassword } from './sign-in.ts'

const getUser = (pool: TestUserPool, AccessToken = 'token') =>
  pool.options.client.send(new GetUserCommand({ AccessToken }))

describe('an error', () => {
  it('reaches the caller as the exception the SDK makes of an AWS JSON 1.1 answer', async () => {
    const error = await getUser(createTestUserPool()).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(CognitoIdentityProviderServiceException)
    expect(error).toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Invalid Access Token',
      $fault: 'client',
      $metadata: { httpStatusCode: 400, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    })
  })

  it.each([
    [
      { AccessToken: 'two words' },
      "Value at 'accessToken' failed to satisfy constraint: Member must satisfy regular " +
        'expression pattern: [A-Za-z0-9-_=.]+',
    ],
    [
      { AccessToken: undefined },
      "Value at 'accessToken' failed to satisfy constraint: Member must not be null",
    ],
  ])('says which constraint of the model %j breaks', async (input, message) => {
    const { client } = createTestUserPool().options
    expect(await refusalOf(client.send(new GetUserCommand(input)))).toBe(
      `InvalidParameterException: 1 validation error detected: ${message}`,
    )
  })

  it('lists all the constraints, and repeats no sensitive value', async () => {
    const { client } = createTestUserPool().options
    const command = new InitiateAuthCommand({
      AuthFlow: 'NO_FLOW' as 'USER_AUTH',
      ClientId: 'secret id',
      Session: 'x',
    })
    expect(await refusalOf(client.send(command))).toBe(
      "InvalidParameterException: 3 validation errors detected: Value 'NO_FLOW' at " +
        "'authFlow' failed to satisfy constraint: Member must satisfy enum value set: " +
        '[USER_SRP_AUTH, REFRESH_TOKEN_AUTH, REFRESH_TOKEN, CUSTOM_AUTH, ADMIN_NO_SRP_AUTH, ' +
        "USER_PASSWORD_AUTH, ADMIN_USER_PASSWORD_AUTH, USER_AUTH]; Value at 'clientId' failed " +
        'to satisfy constraint: Member must satisfy regular expression pattern: [\\w+]+; Value ' +
        "at 'session' failed to satisfy constraint: Member must have length greater than or " +
        'equal to 20',
    )
  })

  it.each([
    [
      'nosuchclient',
      'USER_PASSWORD_AUTH',
      'ResourceNotFoundException: User pool client nosuchclient does not exist.',
    ],
    [
      undefined,
      'ADMIN_USER_PASSWORD_AUTH',
      'InvalidParameterException: Initiate Auth method not supported.',
    ],
    [
      undefined,
      'USER_PASSWORD_AUTH',
      'InvalidParameterException: Missing required parameter USERNAME',
    ],
  ] as const)('for client %s and flow %s is exact', async (id, AuthFlow, expected) => {
    const { client, clientId } = createTestUserPool().options
    const command = new InitiateAuthCommand({ ClientId: id ?? clientId, AuthFlow })
    expect(await refusalOf(client.send(command))).toBe(expected)
  })
})

it('names the operations it has when asked for another', async () => {
  const { client, userPoolId } = createTestUserPool().options
  expect(
    await refusalOf(client.send(new ListUserPoolClientsCommand({ UserPoolId: userPoolId }))),
  ).toMatch(
    /^UnknownOperationException: This version of @x\/cognito-testing answers InitiateAuth, .*DeleteUser/,
  )
})

it('stops before the pool is asked when the caller has given up', async () => {
  const pool = createTestUserPool()
  const call = pool.options.client.send(new GetUserCommand({ AccessToken: 'x' }), {
    abortSignal: AbortSignal.abort(),
  })
  expect(await refusalOf(call)).toMatch(/^AbortError: /)
  expect(pool.calls['GetUser']).toBe(0)
})

it('counts calls by operation, refused ones too', async () => {
  const pool = createTestUserPool()
  const before = pool.calls
  await refusalOf(getUser(pool))
  await refusalOf(getUser(pool))
  expect(pool.calls).toEqual({ ...before, GetUser: 2 })
  expect(before['GetUser']).toBe(0)
})

describe('failNext', () => {
  it.each([
    [
      'TooManyRequestsException',
      { name: 'TooManyRequestsException', $metadata: { httpStatusCode: 400 } },
    ],
    [
      'InternalErrorException',
      { name: 'InternalErrorException', $metadata: { httpStatusCode: 500 } },
    ],
    [{ status: 503 }, { name: 'InternalErrorException', $metadata: { httpStatusCode: 503 } }],
    [
      { name: 'NotAuthorizedException', message: 'Refresh Token has been revoked' },
      { message: 'Refresh Token has been revoked', $metadata: { httpStatusCode: 400 } },
    ],
    ['timeout', { name: 'TimeoutError' }],
    ['reset', { code: 'ECONNRESET' }],
    ['malformed', { name: 'SyntaxError', $metadata: { httpStatusCode: 200 } }],
  ] as const)('%j makes one call fail', async (fault, expected) => {
    const pool = createTestUserPool()
    pool.failNext('GetUser', fault)
    expect(await getUser(pool).catch((error: unknown) => error)).toMatchObject(expected)
    expect(await refusalOf(getUser(pool))).toBe('NotAuthorizedException: Invalid Access Token')
  })

  it('waits for its operation, or takes any with *; faults queue up', async () => {
    const pool = createTestUserPool({ users: [{ username: 'ann', password: 'Correct-Horse1' }] })
    pool.failNext('InitiateAuth', 'LimitExceededException')
    pool.failNext('*', 'TooManyRequestsException')
    pool.failNext('*', 'InternalErrorException')
    const refusals = [
      await refusalOf(getUser(pool)),
      await refusalOf(signInWithPassword(pool, 'ann', 'Correct-Horse1')),
      await refusalOf(signInWithPassword(pool, 'ann', 'Correct-Horse1')),
    ]
    expect(refusals).toEqual([
      'TooManyRequestsException: Too many requests',
      'LimitExceededException: Attempt limit exceeded, please try after some time.',
      'InternalErrorException: InternalErrorException',
    ])
    expect(
      (await signInWithPassword(pool, 'ann', 'Correct-Horse1')).AuthenticationResult,
    ).toBeDefined()
  })

  it.each([
    ['GetUsr', 'timeout', /does not know the operation 'GetUsr' \(there are InitiateAuth, /],
    ['GetUser', 'time-out', /does not know the fault 'time-out'/],
    [
      'GetUser',
      { code: 500 },
      /failNext.code is not an option \(there are status, name, message\)/,
    ],
    ['GetUser', { status: 200 }, /failNext.status must be a whole number from 400 to 599/],
  ])('refuses (%j, %j) by name', (operation, fault, message) => {
    const pool = createTestUserPool()
    expect(() => pool.failNext(operation, fault as string)).toThrow(message)
  })
})

describe('helpers name what is there', () => {
  it('lastCodeFor and totpCodeFor', async () => {
    const pool = createTestUserPool({
      users: [
        {
          username: 'ann',
          password: 'Correct-Horse1',
          mfa: 'email',
          attributes: { email: 'ann@example.com' },
        },
      ],
    })
    expect(() => pool.inbox.lastCodeFor('ann')).toThrow("no code for 'ann' (nothing was sent)")
    await signInWithPassword(pool, 'ann', 'Correct-Horse1')
    expect(() => pool.inbox.lastCodeFor('ben')).toThrow(
      "no code for 'ben' (sent to: ann@example.com)",
    )
    expect(() => pool.totpCodeFor('ann')).toThrow("'ann' is no user with TOTP set up")
  })

  it('clock.advance goes forward only', () => {
    expect(() => createTestUserPool().clock.advance(-1)).toThrow(RangeError)
  })
})
