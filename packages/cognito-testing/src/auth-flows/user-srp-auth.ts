import { randomBytes } from 'node:crypto'
import { AwsError, invalidParameter } from '../aws-error.ts'
import { checkSecretHash } from '../client-secret.ts'
import type { Pool } from '../pool.ts'
import { requireParameter } from '../require-parameter.ts'
import { type SimulatedUser, simulateUser } from '../simulated-user.ts'
import { computeServerPublic, N } from '../srp-server.ts'
import { runPreAuthentication } from '../triggers/run-pre-authentication.ts'
import type { User } from '../user-store.ts'
import type { StartFlow } from './start-flow.ts'

const readClientPublic = (untrustedHex: string): bigint => {
  if (!/^[0-9a-fA-F]{1,1024}$/.test(untrustedHex)) throw invalidParameter('Invalid SRP_A')
  const A = BigInt(`0x${untrustedHex}`)
  if (A % N === 0n) throw invalidParameter('Invalid SRP_A')
  return A % N
}

/** Of a user who has no password, or does not exist, something is shown that no password fits. */
const shownOf = (pool: Pool, user: User | undefined, untrustedName: string): SimulatedUser => {
  const credential = user?.credential
  if (user && credential) {
    return { username: user.username, salt: credential.salt, verifier: credential.verifier() }
  }
  const simulated = simulateUser(pool.simulationKey, untrustedName)
  return { ...simulated, username: user?.username ?? simulated.username }
}

/**
 * USER_SRP_AUTH: answers PASSWORD_VERIFIER, without a Session, for users who exist and (where
 * hidden) who do not.
 */
export const userSrpAuth: StartFlow = async (pool, { client, parameters, clientMetadata }) => {
  const untrustedName = requireParameter(parameters, 'USERNAME')
  const clientPublic = readClientPublic(requireParameter(parameters, 'SRP_A'))
  checkSecretHash(client, { username: untrustedName, untrustedHash: parameters['SECRET_HASH'] })
  await runPreAuthentication(pool, { client, untrustedName, clientMetadata })
  const user = pool.users.resolve(untrustedName)
  if (!user && !client.preventUserExistenceErrors) {
    throw new AwsError('UserNotFoundException', 'User does not exist.')
  }
  const { username, salt, verifier } = shownOf(pool, user, untrustedName)
  const serverSecret = BigInt(`0x${randomBytes(32).toString('hex')}`)
  const serverPublic = computeServerPublic({ verifier, secret: serverSecret })
  const secretBlock = pool.secretBlocks.seal({
    clientId: client.id,
    username,
    clientPublic,
    serverSecret,
    serverPublic,
    lifetime: client.lifetimes.challenge,
  })
  return {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeParameters: {
      SALT: salt.toString(16),
      SECRET_BLOCK: secretBlock,
      SRP_B: serverPublic.toString(16),
      USERNAME: username,
      USER_ID_FOR_SRP: username,
    },
  }
}
