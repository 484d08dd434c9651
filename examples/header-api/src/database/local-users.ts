import { eq } from 'drizzle-orm'
import type { Database } from './database.ts'
import { asDatabaseError } from './database-unavailable.ts'
import { type LocalUser, users } from './users.ts'

export type Profile = Pick<LocalUser, 'email' | 'firstName' | 'lastName'>

/** All of them throw DatabaseUnavailable. */
export interface LocalUsers {
  /** The row of this user, made by the first request. */
  provision(user: Pick<LocalUser, 'sub' | 'username'>): Promise<LocalUser>
  keepProfile(user: Pick<LocalUser, 'sub'> & Profile): Promise<LocalUser>
}

export const createLocalUsers = ({ orm }: Pick<Database, 'orm'>): LocalUsers => ({
  provision: async ({ sub, username }) =>
    onlyRow(async () => {
      const found = await orm.select().from(users).where(eq(users.sub, sub))
      if (found.length > 0) return found
      // Another request may have been first since, and its row is then the one.
      return orm
        .insert(users)
        .values({ sub, username })
        .onConflictDoUpdate({ target: users.sub, set: { username } })
        .returning()
    }),
  keepProfile: async ({ sub, email, firstName, lastName }) =>
    onlyRow(() =>
      orm.update(users).set({ email, firstName, lastName }).where(eq(users.sub, sub)).returning(),
    ),
})

const onlyRow = async (ask: () => Promise<LocalUser[]>): Promise<LocalUser> => {
  const [row] = await ask().catch((error: unknown) => {
    throw asDatabaseError(error)
  })
  if (row) return row
  throw new Error('The row of this user is gone.')
}
