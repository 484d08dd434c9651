import { buildApp } from './build-app.ts'
import { createLocalUsers } from './database/local-users.ts'
import { openDatabase } from './database/open-database.ts'
import { createDemoPool, printMessages } from './demo-pool.ts'
import type { Settings } from './settings/settings.ts'

export interface Service {
  url: string
  close(): Promise<void>
}

export const start = async (settings: Settings): Promise<Service> => {
  const { port, cognito, challengeSecret, method } = settings
  const database = await openDatabase(settings.database, ({ message }) => {
    process.stderr.write(`A connection to the database was lost: ${message}\n`)
  })
  const users = createLocalUsers(database)
  const options = { users, challengeSecret, method }
  const building = cognito ? buildApp({ ...options, cognito }) : buildDemo(options)
  const app = await building.catch(async (error: unknown) => {
    await database.close()
    throw error
  })
  app.addHook('onClose', database.close)
  try {
    const url = await app.listen({ host: '127.0.0.1', port })
    return { url, close: () => app.close() }
  } catch (error) {
    await app.close()
    throw error
  }
}

const buildDemo = async (options: Omit<Parameters<typeof buildApp>[0], 'cognito'>) => {
  const pool = createDemoPool()
  const app = await buildApp({ ...options, cognito: pool.options })
  printMessages(app, pool)
  return app
}
