import type { DatabaseSettings } from '../settings/database-settings.ts'
import type { Database } from './database.ts'
import { openEmbedded } from './open-embedded.ts'
import { openServer } from './open-server.ts'

/** With its tables as this version of the service needs them. */
export const openDatabase = (
  settings: DatabaseSettings | undefined,
  onLost: (error: Error) => void,
): Promise<Database> => (settings ? openServer(settings, onLost) : openEmbedded())
