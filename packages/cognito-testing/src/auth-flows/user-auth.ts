import type { AuthAnswer, SignIn } from '../auth-answer.ts'
import { AwsError, notAuthorized } from '../aws-error.ts'
import { openFirstFactorChallenge } from '../challenges/open-first-factor-challenge.ts'
import { checkSecretHash } from '../client-secret.ts'
import { readDeviceKey } from '../devices/read-device-key.ts'
import { availableChallenges } from '../first-factors/available-challenges.ts'
import { firstFactorTable } from '../first-factors/first-factor-table.ts'
import { afterPassword } from '../next-step.ts'
import type { Pool } from '../pool.ts'
import { type AuthParameters, requireParameter } from '../require-parameter.ts'
import { signUpSteps } from '../sign-up-sessions.ts'
import { simulateAccount } from '../simulated-account.ts'
import { migrateUser } from '../triggers/migrate-user.ts'
import { runPreAuthentication } from '../triggers/run-pre-authentication.ts'
import type { User } from '../user-store.ts'
import type { StartFlow } from './start-flow.ts'

/**
 * The Session of ConfirmSignUp stands for the code that was given there, and nothing else is asked
 * before a second factor.
 */
const afterSignUp: StartFlow = (pool, { client, parameters, untrustedSession = '' }) => {
  const user = pool.users.resolve(requireParameter(parameters, 'USERNAME'))
  if (!user) throw notAuthorized('Invalid session for the user.')
  const binding = { clientId: client.id, sub: user.sub, challenge: signUpSteps.signIn }
  pool.sessions.check({ ...binding, untrustedSession })
  pool.sessions.consume(untrustedSession)
  const deviceKey = readDeviceKey(pool, user, parameters)
  return afterPassword(pool, { client, user, deviceKey })
}

/** @throws {AwsError} where the client shows who exists, and who is disabled */
const findUser = (
  pool: Pool,
  { client }: Pick<SignIn, 'client'>,
  untrustedName: string,
): User | undefined => {
  const user = pool.users.resolve(untrustedName)
  if (client.preventUserExistenceErrors) return user
  if (!user) throw new AwsError('UserNotFoundException', 'User does not exist.')
  if (!user.enabled) throw notAuthorized('User is disabled.')
  return user
}

/** Whatever is wanted and not available, or wanted without its proof, is asked for. */
const askForFirstFactor = async (
  pool: Pool,
  signIn: SignIn,
  parameters: AuthParameters,
): Promise<AuthAnswer> => {
  const AvailableChallenges = availableChallenges(pool, signIn.user)
  const preferred = AvailableChallenges.find((name) => name === parameters['PREFERRED_CHALLENGE'])
  if (!preferred) {
    const challenge = openFirstFactorChallenge(pool, signIn, { name: 'SELECT_CHALLENGE' })
    return { ...challenge, AvailableChallenges }
  }
  const { proof, start } = firstFactorTable[preferred]
  if (proof && !parameters[proof]) {
    const challenge = openFirstFactorChallenge(pool, signIn, { name: preferred })
    return { ...challenge, AvailableChallenges }
  }
  const answer = await start(pool, { ...signIn, parameters, onAccepted: () => {} })
  // After the password in clear nothing is left to choose.
  return preferred === 'PASSWORD' ? answer : { ...answer, AvailableChallenges }
}

/**
 * USER_AUTH: asks for the factor that is preferred, where the user has it, and otherwise which one.
 * Of users who do not exist it asks the same, where that is hidden.
 */
export const userAuth: StartFlow = async (pool, request) => {
  const { client, parameters, untrustedSession, clientMetadata } = request
  const untrustedName = requireParameter(parameters, 'USERNAME')
  const untrustedHash = parameters['SECRET_HASH']
  checkSecretHash(pool, { client, username: untrustedName, untrustedHash })
  const attempt = { client, untrustedName, clientMetadata }
  const untrustedPassword =
    parameters['PREFERRED_CHALLENGE'] === 'PASSWORD' ? parameters['PASSWORD'] : undefined
  if (untrustedPassword) await migrateUser(pool, { ...attempt, untrustedPassword })
  await runPreAuthentication(pool, attempt)
  if (untrustedSession !== undefined) return afterSignUp(pool, request)
  const known = findUser(pool, { client }, untrustedName)
  const deviceKey = readDeviceKey(pool, known, parameters)
  const user = known ?? simulateAccount(pool, untrustedName)
  return askForFirstFactor(pool, { client, user, deviceKey }, parameters)
}
