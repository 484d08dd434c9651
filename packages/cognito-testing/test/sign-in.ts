import { createHmac } from 'node:crypto'
import {
  type AuthFlowType,
  type ChallengeNameType,
  InitiateAuthCommand,
  type InitiateAuthCommandOutput,
  RespondToAuthChallengeCommand,
  type RespondToAuthChallengeCommandOutput,
} from '@aws-sdk/client-cognito-identity-provider'
import type { TestUserPool } from '../src/index.ts'
import { signSrp, startSrp } from './srp-client.ts'

type Answer = InitiateAuthCommandOutput | RespondToAuthChallengeCommandOutput

/** As everybody who writes a Cognito client does first: the hash of what is sent as USERNAME. */
export const secretHash = (pool: TestUserPool, username: string): Record<string, string> => {
  const { clientId, clientSecret } = pool.options
  if (clientSecret === undefined) return {}
  const mac = createHmac('sha256', clientSecret).update(username + clientId)
  return { SECRET_HASH: mac.digest('base64') }
}

export const initiate = (
  pool: TestUserPool,
  AuthFlow: AuthFlowType,
  AuthParameters: Record<string, string>,
  Session?: string,
): Promise<InitiateAuthCommandOutput> =>
  pool.options.client.send(
    new InitiateAuthCommand({ ClientId: pool.options.clientId, AuthFlow, AuthParameters, Session }),
  )

export const signInWithPassword = (
  pool: TestUserPool,
  username: string,
  password: string,
): Promise<InitiateAuthCommandOutput> =>
  initiate(pool, 'USER_PASSWORD_AUTH', {
    USERNAME: username,
    PASSWORD: password,
    ...secretHash(pool, username),
  })

/** Answers a challenge in the name given, with the hash over that same name. */
export const respond = (
  pool: TestUserPool,
  challenge: { ChallengeName?: ChallengeNameType | undefined; Session?: string | undefined },
  responses: Record<string, string> & { USERNAME: string },
): Promise<RespondToAuthChallengeCommandOutput> =>
  pool.options.client.send(
    new RespondToAuthChallengeCommand({
      ClientId: pool.options.clientId,
      ChallengeName: challenge.ChallengeName,
      Session: challenge.Session,
      ChallengeResponses: { ...secretHash(pool, responses.USERNAME), ...responses },
    }),
  )

export const timestamp = 'Mon Jan 5 03:04:05 UTC 2026'

/** The whole SRP exchange; `proof` replaces parts of what would have been sent. */
export const signInWithSrp = async (
  pool: TestUserPool,
  username: string,
  password: string,
  proof: Record<string, string> = {},
): Promise<Answer> => {
  const { a, A } = startSrp()
  const { ChallengeName, ChallengeParameters: challenge = {} } = await initiate(
    pool,
    'USER_SRP_AUTH',
    { USERNAME: username, SRP_A: A, ...secretHash(pool, username) },
  )
  const time = proof['TIMESTAMP'] ?? timestamp
  const [, poolName = ''] = pool.userPoolId.split('_')
  return respond(
    pool,
    { ChallengeName },
    {
      USERNAME: challenge['USER_ID_FOR_SRP'] ?? '',
      PASSWORD_CLAIM_SECRET_BLOCK: challenge['SECRET_BLOCK'] ?? '',
      PASSWORD_CLAIM_SIGNATURE: signSrp({ a, poolName, password, timestamp: time, challenge }),
      TIMESTAMP: time,
      ...proof,
    },
  )
}

/** Name and message of the refusal, in one line; fails where there is none. */
export const refusalOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    (value) => {
      throw new Error(`not refused: ${JSON.stringify(value).slice(0, 80)}`)
    },
    (error: Error) => `${error.name}: ${error.message}`,
  )

export const claimsOf = (jwt: string | undefined): Record<string, unknown> =>
  JSON.parse(Buffer.from(jwt?.split('.')[1] ?? '', 'base64url').toString())
