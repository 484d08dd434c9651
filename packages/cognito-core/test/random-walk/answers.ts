import type { Challenge, ChallengeKind } from '@x/cognito-core'
import type { TestAuthenticator, TestUserPool } from '@x/cognito-testing'
import { solutions } from '../riddles.ts'
import type { Attempt } from './attempt.ts'
import { type Proof, passwords } from './people.ts'

export interface World {
  pool: TestUserPool
  authenticator: TestAuthenticator
  /** By user name, what is right now. */
  passwordOf: Map<string, string>
}

export interface Answer {
  answer: object
  /** What a right answer proves; none where somebody only chooses. */
  proof?: Proof
}

type Right = (world: World, attempt: Attempt, pick: number) => Answer

const picked = <T>(list: readonly T[], pick: number): T => {
  const one = list[pick % list.length]
  if (one === undefined) throw new Error('there is nothing to choose from')
  return one
}

const lastCode = ({ pool }: World, address: string): string => {
  const message = pool.inbox.messages.findLast(({ to }) => to === address)
  if (!message) throw new Error(`nothing was sent to ${address}`)
  return message.code
}

const detailsOf = <Kind extends ChallengeKind>(attempt: Attempt, kind: Kind) => {
  if (attempt.challenge.kind !== kind) throw new Error(`expected ${kind}`)
  return attempt.challenge as Extract<Challenge, { kind: Kind }>
}

const right: Partial<Record<ChallengeKind, Right>> = {
  'new-password': () => ({ answer: { newPassword: passwords.second }, proof: 'new-password' }),
  'sms-code': (world, { person }) => ({
    answer: { code: lastCode(world, person.phoneNumber) },
    proof: 'sms',
  }),
  'email-code': (world, { person }) => ({
    answer: { code: lastCode(world, person.email) },
    proof: 'email',
  }),
  'totp-code': ({ pool }, { person }) => ({
    answer: { code: pool.totpCodeFor(person.username) },
    proof: 'totp',
  }),
  'mfa-choice': (_world, attempt, pick) => ({
    answer: { method: picked(detailsOf(attempt, 'mfa-choice').methods, pick) },
  }),
  'factor-choice': (_world, attempt, pick) => ({
    answer: { factor: picked(detailsOf(attempt, 'factor-choice').factors, pick) },
  }),
  password: ({ passwordOf }, { person }) => ({
    answer: { password: passwordOf.get(person.username) },
    proof: 'password',
  }),
  passkey: ({ authenticator }, attempt) => ({
    answer: { credential: authenticator.get(detailsOf(attempt, 'passkey').requestOptions) },
    proof: 'passkey',
  }),
  custom: (_world, attempt) => {
    const { riddle } = detailsOf(attempt, 'custom').parameters
    return riddle === 'second'
      ? { answer: { answer: solutions.second }, proof: 'second-riddle' }
      : { answer: { answer: solutions.first }, proof: 'first-riddle' }
  },
}

export const rightAnswer = (world: World, attempt: Attempt, pick: number): Answer => {
  const answer = right[attempt.challenge.kind]
  if (!answer) throw new Error(`nobody here knows how to answer ${attempt.challenge.kind}`)
  return answer(world, attempt, pick)
}

/** In the right shape, and wrong in what it says. */
export const wrongAnswer = (world: World, attempt: Attempt): object => {
  const { kind } = attempt.challenge
  if (kind === 'passkey') {
    const stranger = world.pool.createAuthenticator()
    const { requestOptions } = detailsOf(attempt, 'passkey')
    // A key that this pool has never seen, made for this very site.
    stranger.create({
      ...requestOptions,
      rp: { id: 'localhost', name: 'localhost' },
      user: { id: 'c3RyYW5nZXI', name: 'stranger', displayName: '' },
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    })
    return { credential: stranger.get({ ...requestOptions, allowCredentials: [] }) }
  }
  return wrongByKind[kind] ?? { code: '00000001' }
}

const wrongByKind: Partial<Record<ChallengeKind, object>> = {
  'new-password': { newPassword: 'short' },
  'sms-code': { code: '000001' },
  'totp-code': { code: '000001' },
  'mfa-choice': { method: 'carrier-pigeon' },
  'factor-choice': { factor: 'carrier-pigeon' },
  password: { password: 'Wrong-horse-1' },
  custom: { answer: 'a wrong guess' },
}
