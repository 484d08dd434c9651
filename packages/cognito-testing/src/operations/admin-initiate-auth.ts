import { authFlows, operatorFlows } from '../auth-flows/flow-table.ts'
import { initiateFlow } from '../auth-flows/initiate-flow.ts'
import { checkUserPoolId } from '../check-user-pool-id.ts'
import {
  clientId,
  contextOfOperator,
  defineOperation,
  type Operation,
  session,
  userPoolId,
} from './operation.ts'

export const adminInitiateAuth: Operation = defineOperation(
  {
    UserPoolId: userPoolId,
    ClientId: clientId,
    AuthFlow: { type: 'string', required: true, values: authFlows },
    AuthParameters: { type: 'map', sensitive: true },
    ...contextOfOperator,
    Session: session,
  },
  async (pool, input) => {
    checkUserPoolId(pool, input.UserPoolId)
    const notEnabled = 'Auth flow not enabled for this client'
    return initiateFlow(pool, input, { flows: operatorFlows, notEnabled })
  },
)
