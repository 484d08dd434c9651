import type { AuthOperations, Send } from './api/operations.ts'
import { callParameters } from './context.ts'

/** As an app client signs in, which needs no AWS credentials. */
export const publicAuth = (send: Send): AuthOperations => ({
  initiate: (input, call) => send('InitiateAuth', { ...input, ...callParameters(call) }, call),
  respond: (input, call) =>
    send('RespondToAuthChallenge', { ...input, ...callParameters(call) }, call),
})
