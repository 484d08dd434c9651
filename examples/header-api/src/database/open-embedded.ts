import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import type { Database } from './database.ts'
import { migrationsFolder } from './migrations-folder.ts'

/** A PostgreSQL inside this process, in memory. */
export const openEmbedded = async (): Promise<Database> => {
  const client = await PGlite.create()
  const orm = drizzle({ client })
  await migrate(orm, { migrationsFolder })
  return { orm, close: () => client.close() }
}
