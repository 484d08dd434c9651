import type { ChallengeKind, RememberedDevice, SignInResult } from '@x/cognito-core'
import { codeKindOf } from '../enumeration/unsent-code.ts'
import type { SignInAttempt } from '../session/pending-challenges.ts'
import { answerSignIn, type Exchange, type SignInAnswer } from './sign-in-answer.ts'
import { isBySrp, type SignInWay, signInInput } from './sign-in-input.ts'

/**
 * May be asked of everybody, whatever was sent along: a user without a password is offered other
 * factors, and triggers need not look at one.
 */
const asksAnybody: ReadonlySet<ChallengeKind> = new Set<ChallengeKind>([
  'factor-choice',
  'password',
  'custom',
])

/** Starts a sign-in, and answers with tokens or with what is asked. @throws what core does */
export const beginSignIn = async (
  {
    username,
    way,
    device,
    reauthenticates,
  }: {
    username: string
    way: SignInWay
    device: RememberedDevice | undefined
    /** Who is signed in already, and is to prove it again. */
    reauthenticates?: SignInAttempt['reauthenticates']
  },
  exchange: Exchange,
): Promise<SignInAnswer> => {
  const { kit, request } = exchange
  const input = signInInput(username, way, device)
  const ask = () => kit.cognito.signIn(input, kit.callFor(request))
  const result = await (reauthenticates
    ? ask()
    : kit.enumeration.signIn({ request, ask, typed: username, ...triedBy(way) }))
  const attempt: SignInAttempt = {
    typed: username,
    ...freshMethod(way),
    isProved: isProvedBy(way, result),
    ...(reauthenticates && { reauthenticates }),
  }
  return answerSignIn(result, { attempt, device }, exchange)
}

const triedBy = (way: SignInWay) => ({
  isBySrp: isBySrp(way),
  isOpenToAnybody: freshMethod(way).method !== undefined,
  codeKind: way.method === 'choice' ? codeKindOf(way.prefer) : undefined,
})

/** A password is never kept, so no attempt that had one can be made afresh. */
const freshMethod = ({ method, password }: SignInWay): Pick<SignInAttempt, 'method'> => {
  const isFree = password === undefined && (method === 'choice' || method === 'custom')
  return isFree ? { method } : {}
}

const isProvedBy = ({ password }: SignInWay, result: SignInResult): boolean =>
  password !== undefined &&
  !(result.status === 'challenge' && asksAnybody.has(result.challenge.kind))
