import type { Alias } from '../options.ts'
import type { Pool } from '../pool.ts'
import { isContactAttribute, verifiedFlagOf } from './contact-attribute.ts'

/** From now on an address or number is nobody's way in: who had it has it unverified. */
export const takeAlias = ({ users }: Pool, alias: Alias, value: string): void => {
  const owner = users.resolve(value)
  if (!isContactAttribute(alias) || owner?.attributes[alias] !== value) return
  users.update(owner.username, {
    attributes: { ...owner.attributes, [verifiedFlagOf(alias)]: 'false' },
  })
}
