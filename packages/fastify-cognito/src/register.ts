/**
 * What your app tells the types of this package, once. Groups and custom attributes that are not among
 * its options are compile errors from then on:
 *
 * ```ts
 * const options = { userPoolId: '…', clientId: '…', groups: ['staff', 'admin'] } as const
 *
 * declare module '@x/fastify-cognito' {
 *   interface Register { options: typeof options }
 * }
 * ```
 */
// biome-ignore lint/suspicious/noEmptyInterface: it is there to be added to.
export interface Register {}
