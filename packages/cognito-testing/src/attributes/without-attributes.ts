import type { User } from '../user-store.ts'
import { isContactAttribute, verifiedFlagOf } from './contact-attribute.ts'

/** What changes when attributes go away: the flag that says one was verified goes with it. */
export const withoutAttributes = (
  user: Pick<User, 'attributes' | 'pendingAttributes'>,
  names: readonly string[],
): Pick<User, 'attributes' | 'pendingAttributes'> => {
  const gone = new Set([...names, ...names.filter(isContactAttribute).map(verifiedFlagOf)])
  const keep = <T extends object>(record: T): T =>
    Object.fromEntries(Object.entries(record).filter(([name]) => !gone.has(name))) as T
  return { attributes: keep(user.attributes), pendingAttributes: keep(user.pendingAttributes) }
}
