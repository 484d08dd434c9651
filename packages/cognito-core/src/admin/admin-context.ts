import type { CallOptions, Context } from '../context.ts'

/** What an operator's call is given. */
export type AdminContext = Pick<Context, 'send' | 'userPoolId' | 'customAttributes'>

/** Rides along with calls that no trigger hears of. */
export type AdminCall = Pick<CallOptions, 'signal'>

/** Rides along with calls that the pool's triggers are told of. */
export type AdminCallWithMetadata = Pick<CallOptions, 'signal' | 'clientMetadata'>
