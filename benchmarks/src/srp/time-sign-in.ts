import type { Exchange, FakeServer } from './fake-server.ts'
import type { Account, Claim, SrpChallenge } from './protocol.ts'

export type Phase = 'start' | 'finish'

export interface SignInInput {
  readonly account: Account
  /** Where Cognito would be called, with the client's public half in hex. */
  readonly challengeFor: (A: string) => Promise<SrpChallenge>
  /** Counts the work to a phase: from nothing to A, or from the challenge to the signature. */
  readonly timed: <T>(phase: Phase, work: () => T | Promise<T>) => Promise<T>
}

/** One way to compute a sign-in. */
export interface SrpVariant {
  readonly name: string
  readonly signIn: (input: SignInInput) => Promise<Claim>
}

export interface TimedSignIn {
  readonly spentMs: Readonly<Record<Phase, number>>
  /** What the server says, which takes longer to find out than some sign-ins. */
  readonly isAccepted: () => boolean
}

export const timeSignIn = async (
  { signIn }: SrpVariant,
  { server, password = server.account.password }: { server: FakeServer; password?: string },
): Promise<TimedSignIn> => {
  const spentMs: Record<Phase, number> = { start: 0, finish: 0 }
  let exchange: Exchange | undefined
  const claim = await signIn({
    account: { ...server.account, password },
    challengeFor: async (A) => {
      exchange = server.open(A)
      return exchange.challenge
    },
    timed: async (phase, work) => {
      const startedAt = performance.now()
      const result = await work()
      spentMs[phase] += performance.now() - startedAt
      return result
    },
  })
  return { spentMs, isAccepted: () => exchange?.accepts(claim) === true }
}
