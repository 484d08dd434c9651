import fc from 'fast-check'
import { expect, it } from 'vitest'
import { walks } from './random-walk/moves.ts'
import { createWalker, type Tally } from './random-walk/walker.ts'
import { createWorld } from './random-walk/world.ts'

const numRuns = 2000

it('signs nobody in without their proofs, refuses nobody who has them, and never crashes, in thousands of walks', {
  timeout: 120_000,
}, async () => {
  const tally: Tally = new Map()
  await fc.assert(
    fc.asyncProperty(walks, async (moves) => {
      const move = createWalker(await createWorld(moves), tally)
      for (const next of moves) await move(next)
    }),
    { numRuns },
  )
  // A walk that only ever meets refusals would prove nothing.
  const happened = [...tally.entries()].filter(([, times]) => times >= 5).map(([what]) => what)
  expect(happened).toEqual(expect.arrayContaining(hasToHappen))
})

const hasToHappen = [
  'signed in: plain by srp',
  'signed in: plain by password',
  'signed in: plain by choice',
  'signed in: plain by custom',
  'signed in: keyed by choice',
  'signed in: totp by password',
  'signed in: sms by password',
  'signed in: several by password',
  'signed in: fresh by password',
  'taken: new-password',
  'taken: sms-code',
  'taken: email-code',
  'taken: totp-code',
  'taken: mfa-choice',
  'taken: factor-choice',
  'taken: password',
  'taken: passkey',
  'taken: custom',
  'spliced',
  'COGNITO_SESSION_EXPIRED',
  'COGNITO_CODE_MISMATCH',
  'COGNITO_CODE_EXPIRED',
  'COGNITO_INVALID_CREDENTIALS',
  'COGNITO_INVALID_INPUT',
  'COGNITO_INVALID_PASSWORD',
  'COGNITO_PASSKEY_REJECTED',
]
