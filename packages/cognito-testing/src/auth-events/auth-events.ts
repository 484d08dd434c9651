import { randomUUID } from 'node:crypto'
import type { Caller } from '../caller.ts'
import type { PoolClock } from '../clock.ts'
import { distinctTimes } from '../distinct-times.ts'

export type Outcome = 'Pass' | 'Fail' | 'InProgress'

/** One attempt of a user to sign in, with all its steps. */
export interface AuthEvent {
  id: string
  createdAtMs: number
  outcome: Outcome
  /** What was asked for, in AWS's two words, and whether the answer was right. */
  answers: readonly { name: 'Password' | 'Mfa'; isRight: boolean }[]
  caller: Caller
  feedback?: { value: string; givenAtMs: number }
}

export interface AuthStep extends Pick<AuthEvent, 'outcome' | 'answers' | 'caller'> {
  /** Whether another attempt begins with it. */
  isNew: boolean
}

export interface AuthEvents {
  record(sub: string, step: AuthStep): void
  /** The newest first. */
  of(sub: string): readonly AuthEvent[]
  judge(sub: string, event: AuthEvent, value: string): void
}

export const createAuthEvents = (clock: PoolClock): AuthEvents => {
  const nextMs = distinctTimes(clock)
  const events = new Map<string, readonly AuthEvent[]>()
  const of = (sub: string): readonly AuthEvent[] => events.get(sub) ?? []
  return {
    record: (sub, { isNew, ...step }) => {
      const [last, ...earlier] = of(sub)
      if (isNew || !last || last.outcome === 'Pass') {
        events.set(sub, [{ id: randomUUID(), createdAtMs: nextMs(), ...step }, ...of(sub)])
        return
      }
      const answers = [...last.answers, ...step.answers]
      events.set(sub, [{ ...last, ...step, answers }, ...earlier])
    },
    of,
    judge: (sub, { id }, value) => {
      const feedback = { value, givenAtMs: clock.nowMs() }
      events.set(
        sub,
        of(sub).map((event) => (event.id === id ? { ...event, feedback } : event)),
      )
    },
  }
}
