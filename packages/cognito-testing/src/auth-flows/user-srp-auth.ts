import { createHmac, randomBytes } from 'node:crypto'
import type { AuthAnswer } from '../auth-answer.ts'
import { type AuthParameters, requireParameter } from '../auth-parameters.ts'
import { AwsError, invalidParameter } from '../aws-error.ts'
import { checkSecretHash } from '../client-secret.ts'
import type { Pool } from '../pool.ts'
import type { AppClient } from '../pool-settings.ts'
import { computeServerPublic, computeVerifier, N } from '../srp-server.ts'
import type { Credential } from '../user-store.ts'

const readClientPublic = (untrustedHex: string): bigint => {
  if (!/^[0-9a-fA-F]{1,1024}$/.test(untrustedHex)) throw invalidParameter('Invalid SRP_A')
  const A = BigInt(`0x${untrustedHex}`)
  if (A % N === 0n) throw invalidParameter('Invalid SRP_A')
  return A % N
}

/** A stable salt, user id and verifier for somebody who does not exist. */
export const simulateUser = (
  pool: Pool,
  untrustedName: string,
): { username: string; credential: Omit<Credential, 'setAt'> } => {
  const derive = (what: string): Buffer =>
    createHmac('sha256', pool.simulationKey).update(`${what}:${untrustedName}`).digest()
  const salt = BigInt(`0x${derive('salt').toString('hex', 0, 16)}`)
  const identityHash = derive('password')
  const id = derive('id').toString('hex')
  const username = [
    id.slice(0, 8),
    id.slice(8, 12),
    `4${id.slice(13, 16)}`,
    `a${id.slice(17, 20)}`,
    id.slice(20, 32),
  ].join('-')
  const verifier = (): bigint => computeVerifier({ salt, identityHash })
  return { username, credential: { salt, identityHash, verifier } }
}

/** USER_SRP_AUTH: answers PASSWORD_VERIFIER, without a Session, for users who exist and (where hidden) who do not. */
export const userSrpAuth = (
  pool: Pool,
  client: AppClient,
  parameters: AuthParameters,
): AuthAnswer => {
  const untrustedName = requireParameter(parameters, 'USERNAME')
  const clientPublic = readClientPublic(requireParameter(parameters, 'SRP_A'))
  checkSecretHash(client, { username: untrustedName, untrustedHash: parameters['SECRET_HASH'] })
  const user = pool.users.resolve(untrustedName)
  if (!user && !client.preventUserExistenceErrors) {
    throw new AwsError('UserNotFoundException', 'User does not exist.')
  }
  const simulated = simulateUser(pool, user?.username ?? untrustedName)
  const username = user?.username ?? simulated.username
  const { salt, verifier } = user?.credential ?? simulated.credential
  const serverSecret = BigInt(`0x${randomBytes(32).toString('hex')}`)
  const secretBlock = pool.secretBlocks.seal({
    clientId: client.id,
    username,
    clientPublic,
    serverSecret,
    lifetime: client.lifetimes.challenge,
  })
  return {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeParameters: {
      SALT: salt.toString(16),
      SECRET_BLOCK: secretBlock,
      SRP_B: computeServerPublic({ verifier: verifier(), secret: serverSecret }).toString(16),
      USERNAME: username,
      USER_ID_FOR_SRP: username,
    },
  }
}
