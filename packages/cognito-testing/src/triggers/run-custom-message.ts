import { invalidParameter } from '../aws-error.ts'
import type { ClientMetadata } from '../client-metadata.ts'
import { type Constraints, constraintProblem } from '../constraint-problem.ts'
import type { CallingClient } from '../no-client.ts'
import type { Pool } from '../pool.ts'
import type { User } from '../user-store.ts'
import { eventAttributes } from './event-attributes.ts'
import { invokeTrigger, type TriggerResponse } from './invoke-trigger.ts'

/** Why a code is sent, as AWS names it behind `CustomMessage_`. */
export type MessageSource =
  | 'SignUp'
  | 'ResendCode'
  | 'ForgotPassword'
  | 'UpdateUserAttribute'
  | 'VerifyUserAttribute'
  | 'Authentication'
  | 'AdminCreateUser'

export interface MessageText {
  subject?: string
  text?: string
}

/** Stand for the code and, in invitations, for the user name in whatever a handler writes. */
const codeParameter = '{####}'
const usernameParameter = '{username}'

/** EmailVerificationMessageType, EmailVerificationSubjectType and SmsVerificationMessageType. */
const constraints = {
  emailBody: {
    min: 6,
    max: 20_000,
    pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*\\{####\\}[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*',
  },
  emailSubject: { min: 1, max: 140, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+' },
  smsMessage: { min: 6, max: 140, pattern: '.*\\{####\\}.*' },
} satisfies Record<string, Constraints>

/** @throws {AwsError} for a message that Cognito would not send, one without the code above all */
const read = (name: keyof typeof constraints, value: string | null | undefined) => {
  if (value === undefined || value === null) return undefined
  const problem = constraintProblem([{ name, constraints: constraints[name], value }])
  if (problem) throw invalidParameter(problem)
  return value
}

const readers: Readonly<
  Record<'email' | 'sms', (response: TriggerResponse<'customMessage'>) => MessageText>
> = {
  email: ({ emailSubject, emailMessage }) => {
    const [subject, text] = [read('emailSubject', emailSubject), read('emailBody', emailMessage)]
    return { ...(subject !== undefined && { subject }), ...(text !== undefined && { text }) }
  },
  sms: ({ smsMessage }) => {
    const text = read('smsMessage', smsMessage)
    return text === undefined ? {} : { text }
  },
}

const fill = (message: MessageText, placeholder: string, value: string): MessageText =>
  message.text === undefined
    ? message
    : { ...message, text: message.text.replaceAll(placeholder, () => value) }

/** The message around a code, once there is one; what the handler left as it was is not in it. */
export const runCustomMessage = async (
  pool: Pool,
  input: {
    client: CallingClient
    user: User
    source: MessageSource
    medium: 'email' | 'sms'
    clientMetadata: ClientMetadata | undefined
  },
): Promise<(code: string) => MessageText> => {
  const handler = pool.settings.triggers.customMessage
  if (!handler) return () => ({})
  const { client, user, source, medium, clientMetadata } = input
  const response = await invokeTrigger(pool, {
    kind: 'customMessage',
    handler,
    client,
    userName: user.username,
    triggerSource: `CustomMessage_${source}`,
    request: {
      userAttributes: eventAttributes(pool, user),
      codeParameter,
      linkParameter: '{##Click Here##}',
      usernameParameter: source === 'AdminCreateUser' ? usernameParameter : null,
      clientMetadata,
    },
    response: { smsMessage: null, emailMessage: null, emailSubject: null },
  })
  const message = readers[medium](response)
  const named =
    source === 'AdminCreateUser' ? fill(message, usernameParameter, user.username) : message
  return (code) => fill(named, codeParameter, code)
}
