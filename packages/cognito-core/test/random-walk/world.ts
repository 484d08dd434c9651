import { type Cognito, createCognito } from '@x/cognito-core'
import { createTestUserPool } from '@x/cognito-testing'
import { riddleTriggers } from '../riddles.ts'
import type { World } from './answers.ts'
import type { Move } from './moves.ts'
import { type Person, passwords, people, personAt } from './people.ts'

const keyed = 'keyed'

/** In seconds, of the pool's app client. */
export const sessionLifetime = 180

/** A pool with everybody in it, and the passkey of whoever has one, where they come along at all. */
export const createWorld = async (
  moves: readonly Move[],
): Promise<World & { cognito: Cognito }> => {
  const pool = createTestUserPool({
    users: people.map(({ needs, email, phoneNumber, ...user }) => user),
    firstFactors: ['password', 'email-code', 'sms-code', 'passkey'],
    triggers: riddleTriggers,
    clients: [{ secret: true, lifetimes: { challenge: sessionLifetime } }],
  })
  const cognito = createCognito(pool.options)
  const authenticator = pool.createAuthenticator()
  const comes = ({ username }: Person) =>
    moves.some((move) => move.do === 'start' && personAt(move.who).username === username)
  if (people.some((person) => person.username === keyed && comes(person))) {
    await registerPasskey(cognito, authenticator)
  }
  const passwordOf = new Map<string, string>(
    people.map(({ username }) => [username, passwords.first]),
  )
  return { pool, cognito, authenticator, passwordOf }
}

const registerPasskey = async (
  cognito: Cognito,
  authenticator: World['authenticator'],
): Promise<void> => {
  const result = await cognito.signIn({
    method: 'password',
    username: keyed,
    password: passwords.first,
  })
  if (result.status !== 'signed-in') throw new Error('keyed cannot sign in to register a passkey')
  const { accessToken } = result.tokens
  const options = await cognito.passkeys.startRegistration({ accessToken })
  await cognito.passkeys.finishRegistration({
    accessToken,
    credential: authenticator.create(options),
  })
}
