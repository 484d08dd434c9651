import {
  CompleteWebAuthnRegistrationCommand,
  DeleteWebAuthnCredentialCommand,
  ListWebAuthnCredentialsCommand,
  type ListWebAuthnCredentialsCommandInput,
  StartWebAuthnRegistrationCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import {
  createTestUserPool,
  type TestAuthenticator,
  type TestRegistration,
  type TestUserPool,
  type TestUserPoolOptions,
} from '../src/index.ts'
import { initiate, refusalOf, respond, secretHash, signInWithPassword } from './sign-in.ts'

export const password = 'Correct-Horse1'

export const passkeyPool = (options: TestUserPoolOptions = {}) =>
  createTestUserPool({
    firstFactors: ['password', 'passkey'],
    clients: [{ id: 'webclient' }, { id: 'otherclient' }],
    users: [
      { username: 'ann', password },
      { username: 'ben', password },
    ],
    ...options,
  })

/** Signs in with the password; gives the access token. */
export const tokenOf = async (pool: TestUserPool, name = 'ann'): Promise<string> => {
  const { AuthenticationResult } = await signInWithPassword(pool, name, password)
  return AuthenticationResult?.AccessToken ?? ''
}

export const startRegistration = async (pool: TestUserPool, AccessToken: string) => {
  const { CredentialCreationOptions } = await pool.options.client.send(
    new StartWebAuthnRegistrationCommand({ AccessToken }),
  )
  return CredentialCreationOptions as unknown as Record<string, unknown> & { challenge: string }
}

export const finishRegistration = (
  pool: TestUserPool,
  AccessToken: string,
  Credential: TestRegistration,
) => pool.options.client.send(new CompleteWebAuthnRegistrationCommand({ AccessToken, Credential }))

/** The whole ceremony. */
export const register = async (
  pool: TestUserPool,
  AccessToken: string,
  authenticator: TestAuthenticator = pool.createAuthenticator(),
): Promise<TestRegistration> => {
  const credential = authenticator.create(await startRegistration(pool, AccessToken))
  await finishRegistration(pool, AccessToken, credential)
  return credential
}

export const listPasskeys = (
  pool: TestUserPool,
  AccessToken: string,
  input: Partial<ListWebAuthnCredentialsCommandInput> = {},
) => pool.options.client.send(new ListWebAuthnCredentialsCommand({ AccessToken, ...input }))

export const idsOf = async (pool: TestUserPool, AccessToken: string) => {
  const { Credentials = [] } = await listPasskeys(pool, AccessToken)
  return Credentials.map(({ CredentialId }) => CredentialId)
}

export const deletePasskey = (pool: TestUserPool, AccessToken: string, CredentialId: string) =>
  pool.options.client.send(new DeleteWebAuthnCredentialCommand({ AccessToken, CredentialId }))

/** WEB_AUTHN, as the flow USER_AUTH asks for it. */
export const askForPasskey = async (pool: TestUserPool, USERNAME = 'ann') => {
  const challenge = await initiate(pool, 'USER_AUTH', {
    USERNAME,
    PREFERRED_CHALLENGE: 'WEB_AUTHN',
    ...secretHash(pool, USERNAME),
  })
  const options = challenge.ChallengeParameters?.['CREDENTIAL_REQUEST_OPTIONS'] ?? '{}'
  return { ...challenge, options: JSON.parse(options) }
}

type Asked = Pick<Awaited<ReturnType<typeof askForPasskey>>, 'ChallengeName' | 'Session'>

export const answerPasskey = (
  pool: TestUserPool,
  challenge: Asked,
  credential: object,
  USERNAME = 'ann',
) => respond(pool, challenge, { USERNAME, CREDENTIAL: JSON.stringify(credential) })

/** The same credential with other client data, as nobody signs that of a new one. */
export const withClientData = (credential: TestRegistration, change: object): TestRegistration => {
  const { clientDataJSON } = credential.response
  const data = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString())
  const changed = Buffer.from(JSON.stringify({ ...data, ...change })).toString('base64url')
  return { ...credential, response: { ...credential.response, clientDataJSON: changed } }
}

/** The name of the refusal; fails where there is none. */
export const nameOf = async (refused: Promise<unknown>): Promise<string> =>
  (await refusalOf(refused)).replace(/:.*/s, '')
