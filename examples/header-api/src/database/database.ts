import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

export interface Database {
  /** The same queries, whichever PostgreSQL answers them. */
  orm: PgDatabase<PgQueryResultHKT>
  close(): Promise<void>
}
