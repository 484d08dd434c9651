import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { channels, type VerificationEvent } from '@x/cognito-core'
import { onTestFinished } from 'vitest'

/** What became of every token that is looked at from now on, until the test is over. */
export const heardOutcomes = (): VerificationEvent['outcome'][] => {
  const outcomes: VerificationEvent['outcome'][] = []
  const hear = (event: unknown): void => {
    outcomes.push((event as VerificationEvent).outcome)
  }
  subscribe(channels.verification, hear)
  onTestFinished(() => {
    unsubscribe(channels.verification, hear)
  })
  return outcomes
}
