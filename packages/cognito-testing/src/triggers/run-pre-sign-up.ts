import type { Attributes } from '../attributes/attribute-problem.ts'
import { AwsError } from '../aws-error.ts'
import type { ClientMetadata } from '../client-metadata.ts'
import type { CallingClient } from '../no-client.ts'
import type { ContactAttribute } from '../options.ts'
import type { Pool } from '../pool.ts'
import type { User } from '../user-store.ts'
import { invokeTrigger } from './invoke-trigger.ts'

export interface PreSignUpVerdict {
  isConfirmed: boolean
  verified: readonly ContactAttribute[]
}

const invalid = (message: string): AwsError =>
  new AwsError('InvalidLambdaResponseException', message)

/**
 * What becomes of somebody who is about to be signed up. They are not in the pool yet, and may
 * never be: the name may be taken.
 */
export const runPreSignUp = async (
  pool: Pool,
  input: {
    client: CallingClient
    user: User
    validationData: Attributes | undefined
    clientMetadata: ClientMetadata | undefined
    /** @default 'SignUp' */
    source?: 'SignUp' | 'AdminCreateUser'
  },
): Promise<PreSignUpVerdict> => {
  const handler = pool.settings.triggers.preSignUp
  if (!handler) return { isConfirmed: false, verified: [] }
  const { client, user, validationData = null, clientMetadata, source = 'SignUp' } = input
  const { attributes } = user
  const response = await invokeTrigger(pool, {
    kind: 'preSignUp',
    handler,
    client,
    userName: user.username,
    triggerSource: `PreSignUp_${source}`,
    request: { userAttributes: attributes, validationData, clientMetadata },
    response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
  })
  // What a handler says of a user whom an operator makes goes for nothing.
  if (source === 'AdminCreateUser') return { isConfirmed: false, verified: [] }
  const isConfirmed = response.autoConfirmUser ?? false
  const verified: readonly ContactAttribute[] = [
    ...(response.autoVerifyEmail ? (['email'] as const) : []),
    ...(response.autoVerifyPhone ? (['phone_number'] as const) : []),
  ]
  if (verified.length > 0 && !isConfirmed) {
    throw invalid('Phone or email cannot be auto verified, when user is not being auto confirmed.')
  }
  const missing = verified.find((attribute) => attributes[attribute] === undefined)
  if (missing) throw invalid(`${missing} cannot be auto verified, when user has none.`)
  return { isConfirmed, verified }
}
