import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Move, walks } from './random-walk/moves.ts'
import { people } from './random-walk/people.ts'
import { createWalker, type Tally } from './random-walk/walker.ts'
import { createWorld } from './random-walk/world.ts'

const numRuns = 2000

it('signs nobody in without their proofs, refuses nobody who has them, and never crashes, in thousands of walks', {
  timeout: 240_000,
}, async () => {
  const tally: Tally = new Map()
  await fc.assert(
    fc.asyncProperty(walks, async (moves) => {
      const move = createWalker(await createWorld(moves), tally)
      for (const next of moves) await move(next)
    }),
    { numRuns, examples: rare.map((moves) => [moves]) },
  )
  // A walk that only ever meets refusals would prove nothing.
  expect([...tally.keys()]).toEqual(expect.arrayContaining(hasToHappen))
})

const start = { do: 'start', way: 'password', password: 'right', prefer: undefined } as const
const answer = { do: 'answer', which: 0, how: 'right', pick: 0, times: 1 } as const
const [keyed, totp] = ['keyed', 'totp'].map((name) =>
  people.findIndex(({ username }) => username === name),
) as [number, number]

/** What chance does seldom. */
const rare: readonly (readonly Move[])[] = [
  [{ ...start, who: totp }, answer, { ...start, who: totp }, answer],
  [
    { ...start, who: keyed, way: 'choice', prefer: 'passkey' },
    { ...answer, how: 'wrong' },
  ],
]

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
