import {
  type AnswerTo,
  type Challenge,
  type ChallengeKind,
  type Cognito,
  CognitoError,
  type SignInInput,
  type SignInResult,
} from '@x/cognito-core'
import { rightAnswer, type World, wrongAnswer } from './answers.ts'
import { type Attempt, isEnough } from './attempt.ts'
import type { Move } from './moves.ts'
import { type Person, type Proof, passwords, personAt } from './people.ts'
import { sessionLifetime } from './world.ts'

type Outcome = { result: SignInResult } | { error: CognitoError }
type MoveTo<Name extends Move['do']> = Extract<Move, { do: Name }>

/** How often what happened, over all walks. */
export type Tally = Map<string, number>

/** Does the moves, keeps count of what was proved, and objects where a sign-in or a refusal is not earned. */
export const createWalker = (world: World & { cognito: Cognito }, tally: Tally) => {
  const { pool, cognito, passwordOf } = world
  const attempts: Attempt[] = []
  /** Several challenges may be about one session: those that turn into one another here. */
  const spentSessions = new Set<string>()
  const triedSessions = new Set<string>()
  const spentTotpSteps = new Set<string>()
  /** Codes that were sent: the newest is right for an older challenge, too, and then for no other. */
  const spentCodes = new Set<string>()
  const wrongPasswords = new Map<string, number>()

  const count = (what: string): void => {
    tally.set(what, (tally.get(what) ?? 0) + 1)
  }
  const totpStep = ({ username }: Person): string =>
    `${username} ${Math.floor(pool.clock.now() / 30)}`
  const countWrongPassword = ({ username }: Person): void => {
    wrongPasswords.set(username, (wrongPasswords.get(username) ?? 0) + 1)
  }
  const known = ({ username }: Person): readonly Proof[] =>
    passwordOf.get(username) === passwords.first ? [] : ['new-password']

  /** The one claim of this test: whoever is signed in has proved what they have to. */
  const take = (
    result: SignInResult,
    { person, way, proofs, since }: Pick<Attempt, 'person' | 'way' | 'proofs' | 'since'>,
  ): void => {
    if (result.status === 'challenge') {
      const { challenge } = result
      attempts.push({
        person,
        way,
        challenge: JSON.parse(JSON.stringify(challenge)),
        proofs,
        since,
      })
      return
    }
    if (result.status !== 'signed-in') throw new Error(`nobody here is to ${result.status}`)
    if (!isEnough({ person, way }, [...proofs, ...known(person)])) {
      throw new Error(`${person.username} came in by ${way} with no more than ${proofs.join()}`)
    }
    if (usernameIn(result.tokens.accessToken) !== person.username) {
      throw new Error(`${person.username} was given the tokens of somebody else`)
    }
    count(`signed in: ${person.username} by ${way}`)
  }

  const refused = ({ error }: { error: CognitoError }, allowed: readonly string[]): void => {
    count(error.code)
    if (!allowed.includes(error.code)) throw error
  }

  const start = async (move: MoveTo<'start'>): Promise<void> => {
    const person = personAt(move.who)
    const { way, prefer } = move
    const password = {
      right: passwordOf.get(person.username),
      wrong: 'Wrong-horse-1',
      none: undefined,
    }[move.password]
    const input = {
      method: way,
      username: person.username,
      ...(password && { password }),
      ...(way === 'choice' && prefer && { prefer }),
    } as SignInInput
    const outcome = await outcomeOf(() => cognito.signIn(input))
    const isAsked = way === 'choice' ? prefer === 'password' : way !== 'custom' || !!password
    if (isAsked && move.password === 'wrong') countWrongPassword(person)
    if ('error' in outcome) {
      const mayBe = move.password === 'right' && !isLocked(person) ? [] : startRefusals
      return refused(outcome, mayBe)
    }
    if (isAsked && way !== 'choice' && move.password !== 'right') {
      throw new Error(`${person.username} got past a password that was ${move.password}`)
    }
    const { result } = outcome
    const isBefore =
      result.status === 'challenge' && ['factor-choice', 'password'].includes(result.challenge.kind)
    const proofs: Proof[] = isAsked && move.password === 'right' && !isBefore ? ['password'] : []
    take(result, { person, way, proofs, since: pool.clock.now() })
  }

  const isLocked = ({ username }: Person): boolean => (wrongPasswords.get(username) ?? 0) >= 5

  const isNewest = (attempt: Attempt): boolean =>
    attempts.findLast(({ person }) => person === attempt.person) === attempt

  /** Whether a right answer has to be taken. */
  const mustBeTaken = (attempt: Attempt): boolean =>
    isAlive(attempt) &&
    isNewest(attempt) &&
    !triedSessions.has(attempt.challenge.session) &&
    !isLocked(attempt.person) &&
    !(attempt.challenge.kind === 'new-password' && known(attempt.person).length > 0)

  const isAlive = ({ challenge, since }: Attempt): boolean =>
    !spentSessions.has(challenge.session) && pool.clock.now() < since + sessionLifetime

  const say = (challenge: Challenge, answer: unknown): Promise<Outcome> =>
    outcomeOf(() => cognito.answerChallenge(challenge, answer as AnswerTo[ChallengeKind] as never))

  const answerRightly = async (attempt: Attempt, move: MoveTo<'answer'>): Promise<void> => {
    const { person, way, challenge, proofs } = attempt
    const { answer, proof } = rightAnswer(world, attempt, move.pick)
    const step = totpStep(person)
    const sentCode = sentCodeIn(challenge, answer)
    const isReplay =
      (challenge.kind === 'totp-code' && spentTotpSteps.has(step)) ||
      (sentCode !== undefined && spentCodes.has(sentCode))
    const [wasAlive, wasDue] = [isAlive(attempt), mustBeTaken(attempt) && !isReplay]
    const outcomes = await Promise.all(
      Array.from({ length: move.times }, () => say(challenge, answer)),
    )
    const taken = outcomes.flatMap((outcome) => ('result' in outcome ? [outcome.result] : []))
    for (const outcome of outcomes) if ('error' in outcome) refused(outcome, answerRefusals)
    if (taken.length === 0) {
      if (wasDue) throw new Error(`${person.username} was refused a right ${challenge.kind}`)
      return
    }
    const isAsked = taken.some((result) => !isStillIn(result, challenge))
    if (isAsked && !wasAlive) throw new Error(`a dead ${challenge.kind} was taken`)
    if (isAsked && taken.length > 1) throw new Error(`a ${challenge.kind} was taken twice`)
    if (isReplay) throw new Error(`a ${challenge.kind} was taken for a second sign-in`)
    count(`taken: ${challenge.kind}`)
    if (challenge.kind === 'totp-code') spentTotpSteps.add(step)
    if (sentCode !== undefined) spentCodes.add(sentCode)
    if (challenge.kind === 'new-password') passwordOf.set(person.username, passwords.second)
    const since = isAsked ? pool.clock.now() : attempt.since
    if (isAsked) spentSessions.add(challenge.session)
    for (const result of taken) {
      take(result, { person, way, proofs: proof ? [...proofs, proof] : proofs, since })
    }
  }

  const answerWrongly = async (attempt: Attempt, answer: unknown): Promise<void> => {
    const { person, way, challenge, proofs } = attempt
    const wasAlive = isAlive(attempt)
    const outcome = await say(challenge, answer)
    triedSessions.add(challenge.session)
    if (challenge.kind === 'password') countWrongPassword(person)
    if ('error' in outcome) return refused(outcome, answerRefusals)
    // Custom challenges are gone on with, however wrong: what it comes to is for their triggers.
    const isCustom = challenge.kind === 'custom' && outcome.result.status === 'challenge'
    if (!isCustom || !wasAlive) throw new Error(`a wrong ${challenge.kind} was taken`)
    spentSessions.add(challenge.session)
    take(outcome.result, { person, way, proofs, since: pool.clock.now() })
  }

  const answer = async (move: MoveTo<'answer'>): Promise<void> => {
    const attempt = attempts.at(-1 - (move.which % attempts.length))
    if (!attempt) return
    if (move.how === 'right') return answerRightly(attempt, move)
    if (move.how === 'wrong') return answerWrongly(attempt, wrongAnswer(world, attempt))
    const outcome = await say(attempt.challenge, misshapen[move.pick % misshapen.length])
    if ('result' in outcome) throw new Error(`a misshapen ${attempt.challenge.kind} was taken`)
    refused(outcome, ['COGNITO_INVALID_INPUT'])
  }

  const splice = async ({ which, from, part }: MoveTo<'splice'>): Promise<void> => {
    const attempt = attempts.at(-1 - (which % attempts.length))
    const other = attempts.at(-1 - (from % attempts.length))
    if (!attempt || !other || attempt.challenge[part] === other.challenge[part]) return
    // Nothing is asked of Cognito for it yet; a session of one's own for the same is as good as the other.
    if (attempt.challenge.kind === 'factor-choice') return
    const isOwn = attempt.person === other.person
    if (
      part === 'session' &&
      isOwn &&
      attempt.challenge.cognitoName === other.challenge.cognitoName
    ) {
      return
    }
    const { answer: untrusted } = rightAnswer(world, attempt, 0)
    const spliced = { ...attempt.challenge, [part]: other.challenge[part] } as Challenge
    const outcome = await say(spliced, untrusted)
    if ('result' in outcome) throw new Error(`a ${attempt.challenge.kind} was taken in parts`)
    refused(outcome, answerRefusals)
    count('spliced')
  }

  const wait = async ({ seconds }: MoveTo<'wait'>): Promise<void> => pool.clock.advance(seconds)

  return (move: Move): Promise<void> => {
    if (move.do === 'start') return start(move)
    if (move.do === 'wait') return wait(move)
    if (attempts.length === 0) return Promise.resolve()
    return move.do === 'answer' ? answer(move) : splice(move)
  }
}

const misshapen: readonly unknown[] = [
  undefined,
  null,
  {},
  [],
  'code',
  { code: 42 },
  { answer: '' },
]

const startRefusals = [
  'COGNITO_INVALID_CREDENTIALS',
  'COGNITO_INVALID_INPUT',
  'COGNITO_TOO_MANY_ATTEMPTS',
]

const answerRefusals = [
  'COGNITO_SESSION_EXPIRED',
  'COGNITO_CODE_MISMATCH',
  'COGNITO_CODE_EXPIRED',
  'COGNITO_INVALID_CREDENTIALS',
  'COGNITO_INVALID_INPUT',
  'COGNITO_INVALID_PASSWORD',
  'COGNITO_PASSKEY_REJECTED',
  'COGNITO_TOO_MANY_ATTEMPTS',
]

const sentCodeIn = ({ kind }: Challenge, answer: object): string | undefined =>
  (kind === 'sms-code' || kind === 'email-code') && 'code' in answer
    ? `${kind} ${answer.code}`
    : undefined

/** Whether nothing was asked of Cognito: the next question is about the same session. */
const isStillIn = (result: SignInResult, { session }: Challenge): boolean =>
  result.status === 'challenge' && result.challenge.session === session

/** Whatever is no refusal of Cognito's is a crash. */
const outcomeOf = async (ask: () => Promise<SignInResult>): Promise<Outcome> => {
  try {
    return { result: await ask() }
  } catch (error) {
    if (!(error instanceof CognitoError)) throw error
    return { error }
  }
}

const usernameIn = (accessToken: string): unknown => {
  const [, payload = ''] = accessToken.split('.')
  return JSON.parse(Buffer.from(payload, 'base64url').toString()).username
}
