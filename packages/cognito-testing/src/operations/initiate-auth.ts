import { authFlows, publicFlows } from '../auth-flows/flow-table.ts'
import { initiateFlow } from '../auth-flows/initiate-flow.ts'
import { clientId, context, defineOperation, type Operation, session } from './operation.ts'

export const initiateAuth: Operation = defineOperation(
  {
    AuthFlow: { type: 'string', required: true, values: authFlows },
    ClientId: clientId,
    AuthParameters: { type: 'map', sensitive: true },
    ...context,
    Session: session,
  },
  (pool, input) =>
    initiateFlow(pool, input, {
      flows: publicFlows,
      notEnabled: `${input.AuthFlow} flow not enabled for this client`,
    }),
)
