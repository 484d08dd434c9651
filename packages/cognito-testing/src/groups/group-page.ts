import { longestPage, paginate } from '../paginate.ts'
import type { Pool } from '../pool.ts'
import { describeGroup } from './describe-group.ts'
import type { Group } from './group-store.ts'

/** Groups by name. @throws {AwsError} for a token of another list */
export const groupPage = (
  pool: Pool,
  input: {
    /** Whose groups they are. */
    list: string
    groups: readonly Group[]
    limit: number | undefined
    untrustedToken: string | undefined
  },
): object => {
  const { page, nextToken } = paginate(pool, {
    list: input.list,
    entries: input.groups.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    keyOf: ({ name }) => name,
    limit: input.limit || longestPage,
    untrustedToken: input.untrustedToken,
  })
  return {
    Groups: page.map((group) => describeGroup(pool, group)),
    ...(nextToken !== undefined && { NextToken: nextToken }),
  }
}
