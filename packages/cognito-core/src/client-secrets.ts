import type { Send } from './api/operations.ts'
import { secretHash } from './crypto/secret-hash.ts'
import type { ClientSecretEvent } from './diagnostics.ts'
import { CognitoError } from './errors/cognito-error.ts'

/** Of any operation's input: where it has the secret, or a hash with it over the name beside it. */
interface MaybeSigned {
  ClientSecret?: string | undefined
  Username?: string | undefined
  SecretHash?: string | undefined
  AuthParameters?: Readonly<Record<string, string>> | undefined
  ChallengeResponses?: Readonly<Record<string, string>> | undefined
}

interface Client {
  clientId: string
  /** The newest, and the one before it. */
  secrets: readonly [newest: string, older: string]
}

/** That the secret which was used first was refused, and the other one was not. */
export type Fallback = Pick<ClientSecretEvent, 'operation' | 'used'>

/**
 * Sends with either of two secrets of an app client, as there are while one takes the place of the
 * other. A call whose secret Cognito refuses, which it does before it looks at anything else, is made
 * once more with the other; the one that was taken goes first from then on.
 */
export const sendWithEither = (
  send: Send,
  { clientId, secrets: [newest, older] }: Client,
  fellBack: (fallback: Fallback) => void,
): Send => {
  let first = newest
  return async (operation, input, call) => {
    if (!isSigned(input as MaybeSigned)) return send(operation, input, call)
    const sendWith = (clientSecret: string) =>
      send(operation, signedWith({ clientId, clientSecret }, input), call)
    const tried = first
    const other = tried === newest ? older : newest
    const wasTaken = () => {
      first = other
      fellBack({ operation, used: other === newest ? 'newest' : 'older' })
    }
    try {
      return await sendWith(tried)
    } catch (error) {
      if (!isRefusedSecret(error)) throw error
    }
    try {
      const answer = await sendWith(other)
      wasTaken()
      return answer
    } catch (error) {
      if (isRefusedForElse(error)) wasTaken()
      throw error
    }
  }
}

const isSigned = (input: MaybeSigned): boolean =>
  input.ClientSecret !== undefined ||
  input.SecretHash !== undefined ||
  input.AuthParameters?.['SECRET_HASH'] !== undefined ||
  input.ChallengeResponses?.['SECRET_HASH'] !== undefined

const signedWith = <Input extends object>(
  { clientId, clientSecret }: { clientId: string; clientSecret: string },
  input: Input & MaybeSigned,
): Input => {
  const hashOver = (username = ''): string => secretHash({ username, clientId, clientSecret })
  const { ClientSecret, SecretHash, Username, AuthParameters, ChallengeResponses } = input
  const parametersWith = (parameters: Readonly<Record<string, string>>) =>
    parameters['SECRET_HASH'] === undefined
      ? parameters
      : { ...parameters, SECRET_HASH: hashOver(parameters['USERNAME']) }
  return {
    ...input,
    ...(ClientSecret !== undefined && { ClientSecret: clientSecret }),
    ...(SecretHash !== undefined && { SecretHash: hashOver(Username) }),
    ...(AuthParameters && { AuthParameters: parametersWith(AuthParameters) }),
    ...(ChallengeResponses && { ChallengeResponses: parametersWith(ChallengeResponses) }),
  }
}

const isRefusedSecret = (error: unknown): boolean =>
  error instanceof CognitoError && error.key === 'COGNITO_MISCONFIGURED.clientSecret'

/** Nothing else is looked at where the secret is not taken; what stands in front of Cognito looks at none. */
const isRefusedForElse = (error: unknown): boolean =>
  error instanceof CognitoError &&
  !error.retryable &&
  !isRefusedSecret(error) &&
  error.code !== 'COGNITO_NOT_ALLOWED' &&
  error.code !== 'COGNITO_UNEXPECTED'
