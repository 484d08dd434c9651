import type { Pool } from '../pool.ts'
import type { User } from '../user-store.ts'
import type { Group } from './group-store.ts'

/** What tokens say of a user's groups. */
export interface GroupClaims {
  /** The one that counts most first. */
  names: readonly string[]
  roles: readonly string[]
  preferredRole?: string
}

const rank = ({ precedence }: Group): number => precedence ?? Number.POSITIVE_INFINITY

const byRank = (a: Group, b: Group): number =>
  rank(a) === rank(b) ? 0 : rank(a) < rank(b) ? -1 : 1

/** Undefined where groups that count the same have different roles. */
const preferredRoleOf = ([first, ...others]: readonly Group[]): string | undefined => {
  if (first?.precedence === undefined) return undefined
  const equals = others.filter((group) => rank(group) === rank(first))
  return equals.every(({ roleArn }) => roleArn === first.roleArn) ? first.roleArn : undefined
}

/** Source: "Adding groups to a user pool" of the Amazon Cognito developer guide. */
export const groupClaims = ({ groups }: Pool, user: User): GroupClaims => {
  const ranked = user.groups.flatMap((name) => groups.get(name) ?? []).toSorted(byRank)
  const preferredRole = preferredRoleOf(ranked)
  return {
    names: ranked.map(({ name }) => name),
    roles: [...new Set(ranked.flatMap(({ roleArn }) => roleArn ?? []))],
    ...(preferredRole !== undefined && { preferredRole }),
  }
}
