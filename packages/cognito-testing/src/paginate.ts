import { createHmac, timingSafeEqual } from 'node:crypto'
import { invalidParameter } from './aws-error.ts'
import type { Pool } from './pool.ts'

/** QueryLimitType */
export const longestPage = 60

const invalidToken = () => invalidParameter('Invalid pagination token given.')

/** Covers whose list it is: nobody's token goes on in the list of somebody else. */
const sign = ({ simulationKey }: Pool, list: string, lastKey: string): Buffer =>
  createHmac('sha256', simulationKey)
    .update(JSON.stringify(['page', list, lastKey]))
    .digest()

const openToken = (pool: Pool, list: string, untrustedToken: string): string => {
  const bytes = Buffer.from(untrustedToken, 'base64url')
  const lastKey = bytes.subarray(32).toString()
  const signature = bytes.subarray(0, 32)
  if (bytes.length <= 32 || !timingSafeEqual(signature, sign(pool, list, lastKey))) {
    throw invalidToken()
  }
  return lastKey
}

/**
 * The entries behind a token, `limit` at most, and the token for those that are left. `list` says
 * what is listed and of whom; entries are in an order that does not change. An entry that a token
 * stands behind may be gone by then: its place is where its key would be.
 * @throws {AwsError} InvalidParameterException for a token that was not issued for this list
 */
export const paginate = <T>(
  pool: Pool,
  input: {
    list: string
    entries: readonly T[]
    /** Ordered as the entries are. */
    keyOf: (entry: T) => string
    limit: number
    untrustedToken: string | undefined
  },
): { page: readonly T[]; nextToken?: string } => {
  const { list, entries, keyOf, limit, untrustedToken } = input
  const lastKey = untrustedToken === undefined ? '' : openToken(pool, list, untrustedToken)
  const rest = entries.filter((entry) => keyOf(entry) > lastKey)
  const page = rest.slice(0, limit)
  const last = page.at(-1)
  if (last === undefined || page.length === rest.length) return { page }
  const key = keyOf(last)
  const nextToken = Buffer.concat([sign(pool, list, key), Buffer.from(key)]).toString('base64url')
  return { page, nextToken }
}
