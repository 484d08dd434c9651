import type { Challenge } from '@x/cognito-core'
import type { Person, Proof, WayIn } from './people.ts'

/** One challenge that was put, and what was proved on the way to it. */
export interface Attempt {
  person: Person
  way: WayIn
  challenge: Challenge
  proofs: readonly Proof[]
  /** Unix seconds of the pool. */
  since: number
}

/** Whether what was proved is all that this person has to prove this way. */
export const isEnough = (
  { person, way }: Pick<Attempt, 'person' | 'way'>,
  proofs: readonly Proof[],
): boolean => person.needs[way].some((set) => set.every((proof) => proofs.includes(proof)))
