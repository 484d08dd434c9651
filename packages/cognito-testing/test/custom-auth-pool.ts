import { RespondToAuthChallengeCommand } from '@aws-sdk/client-cognito-identity-provider'
import type {
  CreateAuthChallengeTriggerEvent,
  DefineAuthChallengeTriggerEvent,
  VerifyAuthChallengeResponseTriggerEvent,
} from 'aws-lambda'
import { createTestUserPool, type TestUserPool, type TestUserPoolOptions } from '../src/index.ts'
import { recorded } from './recorded-trigger.ts'
import { initiate, respond, secretHash, timestamp } from './sign-in.ts'
import { password } from './signed-in-pool.ts'
import { signSrp, startSrp } from './srp-client.ts'

type Define = (
  event: DefineAuthChallengeTriggerEvent,
) => DefineAuthChallengeTriggerEvent['response']

const next = (challengeName: string) => ({
  challengeName,
  issueTokens: false,
  failAuthentication: false,
})
const enough = { issueTokens: true, failAuthentication: false }
const failed = { issueTokens: false, failAuthentication: true }

/** Two right answers in a row; three wrong ones are too many. A password first, where it began so. */
const usualDefine: Define = ({ request: { session } }) => {
  const last = session.at(-1)
  if (last?.challengeName === 'SRP_A') return next('PASSWORD_VERIFIER')
  const answers = session.filter(({ challengeName }) => challengeName === 'CUSTOM_CHALLENGE')
  if (answers.filter(({ challengeResult }) => !challengeResult).length === 3) return failed
  const right = answers.filter(({ challengeResult }) => challengeResult)
  return right.length === 2 ? enough : next('CUSTOM_CHALLENGE')
}

const usualCreate = (event: CreateAuthChallengeTriggerEvent) => {
  const round = event.request.session.length + 1
  event.response = {
    publicChallengeParameters: { question: `Question ${round}` },
    privateChallengeParameters: { answer: `answer ${round}` },
    challengeMetadata: `ROUND_${round}`,
  }
  return event
}

const usualVerify = (event: VerifyAuthChallengeResponseTriggerEvent) => {
  const { challengeAnswer, privateChallengeParameters } = event.request
  event.response.answerCorrect = challengeAnswer === privateChallengeParameters['answer']
  return event
}

/** A pool of ann, who is asked questions, with all that its three triggers are told. */
export const questioningPool = (
  options: TestUserPoolOptions = {},
  { define = usualDefine }: { define?: Define } = {},
) => {
  const defined = recorded<DefineAuthChallengeTriggerEvent>((event) => ({
    ...event,
    response: define(event),
  }))
  const created = recorded<CreateAuthChallengeTriggerEvent>(usualCreate)
  const verified = recorded<VerifyAuthChallengeResponseTriggerEvent>(usualVerify)
  const pool = createTestUserPool({
    users: [{ username: 'ann', password, attributes: { email: 'ann@example.com' } }],
    ...options,
    triggers: {
      defineAuthChallenge: defined.handler,
      createAuthChallenge: created.handler,
      verifyAuthChallengeResponse: verified.handler,
      ...options.triggers,
    },
  })
  return { pool, defined: defined.events, created: created.events, verified: verified.events }
}

export const startCustom = (
  pool: TestUserPool,
  name = 'ann',
  parameters: Record<string, string> = {},
) => initiate(pool, 'CUSTOM_AUTH', { USERNAME: name, ...secretHash(pool, name), ...parameters })

export const answerCustom = (
  pool: TestUserPool,
  asked: Parameters<typeof respond>[1],
  ANSWER: string,
  responses: Record<string, string> = {},
) => respond(pool, asked, { USERNAME: 'ann', ANSWER, ...responses })

/** CUSTOM_AUTH that begins with a password; `proof` replaces parts of what would have been sent. */
export const startCustomWithSrp = async (
  pool: TestUserPool,
  { name = 'ann', typed = password, proof = {}, session = true } = {},
) => {
  const { a, A } = startSrp()
  const asked = await startCustom(pool, name, { CHALLENGE_NAME: 'SRP_A', SRP_A: A })
  const challenge = asked.ChallengeParameters ?? {}
  const [, poolName = ''] = pool.userPoolId.split('_')
  const USERNAME = challenge['USER_ID_FOR_SRP'] ?? ''
  const answer = {
    USERNAME,
    PASSWORD_CLAIM_SECRET_BLOCK: challenge['SECRET_BLOCK'] ?? '',
    PASSWORD_CLAIM_SIGNATURE: signSrp({ a, poolName, password: typed, timestamp, challenge }),
    TIMESTAMP: timestamp,
    ...proof,
  }
  const { ChallengeName, Session } = asked
  return {
    asked,
    prove: () => respond(pool, session ? { ChallengeName, Session } : { ChallengeName }, answer),
  }
}

export const answerWithMetadata = (
  pool: TestUserPool,
  Session: string | undefined,
  ANSWER: string,
  ClientMetadata: Record<string, string>,
) =>
  pool.options.client.send(
    new RespondToAuthChallengeCommand({
      ClientId: pool.options.clientId,
      ChallengeName: 'CUSTOM_CHALLENGE',
      Session,
      ChallengeResponses: { USERNAME: 'ann', ANSWER },
      ClientMetadata,
    }),
  )
