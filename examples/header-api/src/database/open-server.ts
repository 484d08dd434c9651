import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Pool, type PoolConfig } from 'pg'
import type { Database } from './database.ts'
import { migrationsFolder } from './migrations-folder.ts'

/** Any number, as long as all processes of this service ask for the same. */
const migrationLock = 7_243_106

/** @param onLost is told of a connection that ended while nothing was asked of it. */
export const openServer = async (
  server: PoolConfig,
  onLost: (error: Error) => void,
): Promise<Database> => {
  const pool = new Pool({ connectionTimeoutMillis: 3_000, query_timeout: 5_000, ...server })
  // Without a listener it would end the process.
  pool.on('error', onLost)
  try {
    await migrateAlone(pool)
  } catch (error) {
    await pool.end()
    throw error
  }
  return { orm: drizzle({ client: pool }), close: () => pool.end() }
}

/** Drizzle takes no lock, and two processes that start at once would both make the table. */
const migrateAlone = async (pool: Pool): Promise<void> => {
  const client = await pool.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock])
    await migrate(drizzle({ client }), { migrationsFolder })
  } finally {
    // The lock ends with the connection, whatever has happened.
    client.release(true)
  }
}
