import { boolean, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** As the files in `migrations` make it. */
export const users = pgTable('users', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  /** The one name of a user that Cognito never changes. */
  sub: uuid().notNull().unique(),
  username: text().notNull(),
  isActive: boolean('is_active').notNull().default(true),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  email: text(),
  firstName: text('first_name'),
  lastName: text('last_name'),
})

export type LocalUser = typeof users.$inferSelect
