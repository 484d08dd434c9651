import { ConfigurationError } from '@x/cognito-core'
import { asDatabaseError, DatabaseUnavailable } from './database/database-unavailable.ts'

/** One line for whoever started the service wrongly; `undefined` for what is a defect of its own. */
export const startProblem = (error: unknown): string | undefined => {
  if (error instanceof ConfigurationError) {
    // As it is called here.
    return error.message.replace(/^challenge\.secrets\[0\]/, 'CHALLENGE_SECRET')
  }
  const { code, port, syscall } = Object(error) as Readonly<Record<string, unknown>>
  if (code === 'EADDRINUSE' && syscall === 'listen') {
    return `PORT: ${port} is taken. Stop what listens there, or choose another.`
  }
  return databaseProblem(error)
}

/** Refused by a server, or a connection that was: SQLSTATEs, and what Node calls errors of sockets. */
const databaseProblem = (error: unknown): string | undefined => {
  const { code, message } = Object(error) as { code?: unknown; message?: unknown }
  const isSaid = typeof code === 'string' && /^([\dA-Z]{5}|E[A-Z]+)$/.test(code)
  const isLate = /timeout|terminated/i.test(String(message))
  if (!isSaid && !isLate) return undefined
  const why =
    asDatabaseError(error) instanceof DatabaseUnavailable ? 'cannot be reached' : 'refuses'
  return `DATABASE_URL or DB_*: the database ${why} (${isSaid ? code : message}).`
}
