import type { FirstFactor } from '@x/cognito-core'
import fc from 'fast-check'
import type { WayIn } from './people.ts'

type Password = 'right' | 'wrong' | 'none'

/** What somebody does next, as data: fast-check shrinks a walk that fails to the moves that matter. */
export type Move =
  | {
      do: 'start'
      who: number
      way: WayIn
      password: Password
      prefer: FirstFactor | undefined
    }
  | {
      do: 'answer'
      which: number
      how: 'right' | 'wrong' | 'misshapen'
      pick: number
      times: 1 | 2
    }
  /** The session of one challenge under the name, or in the place, of another. */
  | { do: 'splice'; which: number; from: number; part: 'session' | 'username' | 'cognitoName' }
  | { do: 'wait'; seconds: number }

const index = fc.nat({ max: 11 })
const mostly = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { arbitrary: fc.constant(usual), weight: 4 },
    { arbitrary: fc.constantFrom(...others), weight: 1 },
  )

// SRP costs ten times what the others do: it is in every tenth sign-in, and in some of the custom ones.
const ways = fc.oneof(
  {
    arbitrary: fc.record({
      way: fc.oneof(
        { arbitrary: fc.constantFrom<WayIn>('password', 'choice'), weight: 6 },
        { arbitrary: fc.constant<WayIn>('srp'), weight: 1 },
      ),
      password: mostly<Password>('right', 'wrong', 'none'),
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      way: fc.constant<WayIn>('custom'),
      password: mostly<Password>('none', 'right', 'wrong'),
    }),
    weight: 1,
  },
)

const start = fc
  .record({
    do: fc.constant('start' as const),
    who: index,
    way: ways,
    prefer: fc.option(
      fc.constantFrom<FirstFactor>('email-code', 'sms-code', 'passkey', 'password'),
      { nil: undefined },
    ),
  })
  .map(({ way, ...others }) => ({ ...others, ...way }))

const answer = fc.record({
  do: fc.constant('answer' as const),
  /** Counted from the newest challenge. */
  which: fc.oneof(
    { arbitrary: fc.constant(0), weight: 4 },
    { arbitrary: fc.nat({ max: 5 }), weight: 1 },
  ),
  how: mostly<'right' | 'wrong' | 'misshapen'>('right', 'wrong', 'wrong', 'misshapen'),
  pick: index,
  times: mostly<1 | 2>(1, 2),
})

const splice = fc.record({
  do: fc.constant('splice' as const),
  which: fc.nat({ max: 5 }),
  from: fc.nat({ max: 5 }),
  part: fc.constantFrom<'session' | 'username' | 'cognitoName'>(
    'session',
    'username',
    'cognitoName',
  ),
})

const wait = fc.record({
  do: fc.constant('wait' as const),
  seconds: fc.constantFrom(1, 31, 170, 181, 4 * 3600),
})

/** Starts with a start: there is nothing to answer before. */
export const walks: fc.Arbitrary<readonly Move[]> = fc
  .tuple(
    start,
    fc.array(
      fc.oneof(
        { arbitrary: answer, weight: 6 },
        { arbitrary: start, weight: 2 },
        { arbitrary: splice, weight: 1 },
        { arbitrary: wait, weight: 1 },
      ),
      { minLength: 1, maxLength: 7 },
    ),
  )
  .map(([first, moves]) => [first, ...moves])
