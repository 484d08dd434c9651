import { attributeList } from '../api/attributes.ts'
import { namesAndTexts } from '../api/named-values.ts'
import { type User, userOf } from '../api/user.ts'
import type { AdminWritableAttributes, AttributeOptions } from '../api/user-attributes.ts'
import { metadataMember } from '../context.ts'
import { CognitoError } from '../errors/cognito-error.ts'
import { invalidInput } from '../invalid-input.ts'
import { requireBoolean } from '../require-boolean.ts'
import { requireChoice } from '../require-choice.ts'
import { requireText } from '../require-text.ts'
import type { AdminCallWithMetadata, AdminContext } from './admin-context.ts'
import { userMembers } from './user-members.ts'

type Medium = 'email' | 'sms'

export interface CreateUserInput<Options extends AttributeOptions = AttributeOptions> {
  username: string
  /** Left out, Cognito makes one up; it has to be changed at the first sign-in. */
  temporaryPassword?: string
  attributes?: AdminWritableAttributes<Options>
  /** Handed to the pre sign-up trigger, and to nothing after it. */
  validationData?: Readonly<Record<string, string>>
  /** How the invitation is sent. @default Cognito's, which is `['sms']` */
  deliverBy?: readonly Medium[]
  /** `'suppress'` sends no invitation, `'resend'` sends a user there is another one. */
  messageAction?: 'resend' | 'suppress'
  /** Takes the e-mail address or phone number away from whoever has it as an alias. @default false */
  forceAliasCreation?: boolean
}

const mediumNames: Readonly<Record<Medium, 'EMAIL' | 'SMS'>> = { email: 'EMAIL', sms: 'SMS' }
const media = Object.keys(mediumNames) as readonly Medium[]

const actionNames = { resend: 'RESEND', suppress: 'SUPPRESS' } as const
const actions = Object.keys(actionNames) as readonly (keyof typeof actionNames)[]

export const createUser = async <Options extends AttributeOptions>(
  context: AdminContext,
  input: CreateUserInput<Options>,
  call: AdminCallWithMetadata = {},
): Promise<User<Options>> => {
  const members = userMembers(context, input)
  const { customAttributes } = context
  const { temporaryPassword, attributes = {}, validationData = {} } = input
  const { deliverBy, messageAction, forceAliasCreation } = input
  const writing = { customTypes: customAttributes, mayTakeAway: false, byOperator: true } as const
  const UserAttributes = attributeList(attributes, writing)
  const ValidationData = namesAndTexts('validationData', validationData)
  const { User: described } = await context.send(
    'AdminCreateUser',
    {
      ...members,
      ...(temporaryPassword !== undefined && {
        TemporaryPassword: requireText('temporaryPassword', temporaryPassword),
      }),
      ...(UserAttributes.length > 0 && { UserAttributes }),
      ...(ValidationData.length > 0 && { ValidationData }),
      ...(deliverBy !== undefined && { DesiredDeliveryMediums: mediaIn(deliverBy) }),
      ...(messageAction !== undefined && {
        MessageAction: actionNames[requireChoice('messageAction', messageAction, actions)],
      }),
      ...(forceAliasCreation !== undefined && {
        ForceAliasCreation: requireBoolean('forceAliasCreation', forceAliasCreation),
      }),
      ...metadataMember(call),
    },
    call,
  )
  if (!described) throw new CognitoError('COGNITO_UNEXPECTED')
  return userOf<Options>(described, customAttributes)
}

const mediaIn = (deliverBy: unknown): ('EMAIL' | 'SMS')[] => {
  if (!Array.isArray(deliverBy) || deliverBy.length === 0) {
    throw invalidInput('COGNITO_INVALID_INPUT.names', 'deliverBy')
  }
  return deliverBy.map(
    (medium, index) => mediumNames[requireChoice(`deliverBy[${index}]`, medium, media)],
  )
}
