import { checkUserPoolId } from '../check-user-pool-id.ts'
import { describeUser } from '../describe-user.ts'
import { longestPage, paginate } from '../paginate.ts'
import { onlyAttributes } from '../user-list/only-attributes.ts'
import { readFilter, type UserFilter } from '../user-list/read-filter.ts'
import type { User } from '../user-store.ts'
import { defineOperation, limit, listToken, type Operation, userPoolId } from './operation.ts'

/** A list goes by what it is filtered by. */
const placeOf = (user: User, filter: UserFilter | undefined): string =>
  JSON.stringify([filter?.textOf(user) ?? '', user.username])

/**
 * A page of a filtered list that goes on has one user fewer than asked for: Cognito says that pages
 * may be short, and whoever takes a short one for the last finds it out here.
 */
const pageSize = (wanted: number, found: number, isFiltered: boolean): number =>
  isFiltered && found > wanted && wanted > 1 ? wanted - 1 : wanted

export const listUsers: Operation = defineOperation(
  {
    UserPoolId: userPoolId,
    AttributesToGet: { type: 'attributeNames' },
    Limit: limit,
    PaginationToken: listToken,
    Filter: { type: 'string', max: 256 },
  },
  (pool, { UserPoolId, AttributesToGet: names, Limit, PaginationToken, Filter = '' }) => {
    checkUserPoolId(pool, UserPoolId)
    const filter = readFilter(Filter)
    const found = pool.users
      .all()
      .filter((user) => filter?.isMet(user) ?? true)
      .map((user) => ({ user, place: placeOf(user, filter) }))
    const { page, nextToken } = paginate(pool, {
      list: `users ${Filter}`,
      entries: found.toSorted((a, b) => (a.place < b.place ? -1 : 1)),
      keyOf: ({ place }) => place,
      limit: pageSize(Limit || longestPage, found.length, filter !== undefined),
      untrustedToken: PaginationToken,
    })
    return {
      Users: page.map(({ user }) => ({
        ...describeUser(pool, user),
        ...(names && { Attributes: onlyAttributes(user, names) }),
      })),
      ...(nextToken !== undefined && { PaginationToken: nextToken }),
    }
  },
)
