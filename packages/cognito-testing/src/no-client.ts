import type { AppClient } from './pool-settings.ts'

/** The app client that somebody calls from, as far as triggers are told. */
export type CallingClient = Pick<AppClient, 'id'>

/** What triggers are told where an operator calls, who has none. */
export const noClient: CallingClient = { id: 'CLIENT_ID_NOT_APPLICABLE' }
