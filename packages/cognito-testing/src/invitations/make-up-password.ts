import { randomInt } from 'node:crypto'
import type { PoolSettings } from '../pool-settings.ts'

const kinds = [
  'abcdefghjkmnpqrstuvwxyz',
  'ABCDEFGHJKMNPQRSTUVWXYZ',
  '23456789',
  '!@#$%&*?',
] as const

const pick = (characters: string): string => characters.charAt(randomInt(characters.length))

/** A temporary password of all four kinds of characters, so that no policy is against it. */
export const makeUpPassword = ({ passwordPolicy }: PoolSettings): string => {
  const rest = Math.max(passwordPolicy.minimumLength, 12) - kinds.length
  const others = Array.from({ length: rest }, () => pick(kinds[0] + kinds[1] + kinds[2]))
  return [...others, ...kinds.map(pick)].join('')
}
