import { attributeList } from '../api/attributes.ts'
import { type CodeDelivery, deliveryFrom, requireDelivery } from '../api/code-delivery.ts'
import { namesAndTexts } from '../api/named-values.ts'
import type { AttributeOptions, WritableAttributes } from '../api/user-attributes.ts'
import { type CallOptions, type Context, callParameters, usernameMembers } from '../context.ts'
import { CognitoError } from '../errors/cognito-error.ts'
import { requireText } from '../require-text.ts'

export interface SignUpInput<Options extends AttributeOptions = AttributeOptions> {
  username: string
  /** Left out, the user has none, and signs in with codes or a passkey. */
  password?: string
  attributes?: WritableAttributes<Options>
  /** Handed to the pre sign-up trigger, and to nothing after it. */
  validationData?: Readonly<Record<string, string>>
}

/** `session` is secret: hand it to `confirmSignUp`, or where it comes with `confirmed` to `signIn`. */
export type SignUpResult =
  | { status: 'confirmed'; sub: string; session?: string }
  | {
      status: 'confirm-sign-up'
      sub: string
      /** Absent where the pool verifies nothing that was given. */
      delivery?: CodeDelivery
      session?: string
    }

export interface ConfirmSignUpInput {
  username: string
  code: string
  /** Of `signUp`. With it, the answer has one to sign in with. */
  session?: string
  /** Takes the e-mail address or phone number away from whoever has it as an alias. @default false */
  forceAliasCreation?: boolean
}

export interface SignUpConfirmation {
  status: 'confirmed'
  /** Secret. Signs the user in: `signIn({ method: 'after-sign-up', … })`. */
  session?: string
}

/**
 * Makes a new user, who mostly has to be confirmed with a code.
 *
 * @throws CognitoError, such as `COGNITO_USERNAME_TAKEN`, `COGNITO_INVALID_PASSWORD`,
 * `COGNITO_ATTRIBUTE_MISSING`.
 */
export const signUp = async (
  context: Context,
  input: SignUpInput,
  call: CallOptions = {},
): Promise<SignUpResult> => {
  const username = requireText('username', input?.username)
  const { password, attributes = {}, validationData = {} } = input
  const writing = { customTypes: context.customAttributes, mayTakeAway: false }
  const UserAttributes = attributeList(attributes, writing)
  const ValidationData = namesAndTexts('validationData', validationData)
  const answer = await context.send(
    'SignUp',
    {
      ...usernameMembers(context, username),
      ...(password !== undefined && { Password: requireText('password', password) }),
      ...(UserAttributes.length > 0 && { UserAttributes }),
      ...(ValidationData.length > 0 && { ValidationData }),
      ...callParameters(call),
    },
    call,
  )
  const { UserSub: sub, UserConfirmed, CodeDeliveryDetails, Session: session } = answer
  if (!sub) throw new CognitoError('COGNITO_UNEXPECTED')
  const known = { sub, ...(session && { session }) }
  if (UserConfirmed) return { status: 'confirmed', ...known }
  const delivery = CodeDeliveryDetails && deliveryFrom(CodeDeliveryDetails)
  return { status: 'confirm-sign-up', ...known, ...(delivery && { delivery }) }
}

/**
 * Proves with the code that the e-mail address or phone number is the user's.
 *
 * @throws CognitoError: after `COGNITO_CODE_MISMATCH` the same code may be typed again, after
 * `COGNITO_CODE_EXPIRED` a new one is needed; `COGNITO_ALIAS_TAKEN` comes with a right code.
 */
export const confirmSignUp = async (
  context: Context,
  input: ConfirmSignUpInput,
  call: CallOptions = {},
): Promise<SignUpConfirmation> => {
  const username = requireText('username', input?.username)
  const { code, session: before, forceAliasCreation } = input
  const { Session: session } = await context.send(
    'ConfirmSignUp',
    {
      ...usernameMembers(context, username),
      ConfirmationCode: requireText('code', code),
      ...(before !== undefined && { Session: requireText('session', before) }),
      ...(forceAliasCreation && { ForceAliasCreation: true }),
      ...callParameters(call),
    },
    call,
  )
  return { status: 'confirmed', ...(session && { session }) }
}

/**
 * Sends the code once more.
 *
 * @throws CognitoError, such as `COGNITO_ALREADY_CONFIRMED`, `COGNITO_LIMIT_EXCEEDED` (five an hour).
 */
export const resendSignUpCode = async (
  context: Context,
  input: { username: string },
  call: CallOptions = {},
): Promise<CodeDelivery> => {
  const username = requireText('username', input?.username)
  const answer = await context.send(
    'ResendConfirmationCode',
    { ...usernameMembers(context, username), ...callParameters(call) },
    call,
  )
  return requireDelivery(answer)
}
