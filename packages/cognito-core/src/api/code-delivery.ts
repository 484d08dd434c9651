import type { CodeDeliveryDetailsType } from '@aws-sdk/client-cognito-identity-provider'
import { CognitoError } from '../errors/cognito-error.ts'

/** Where a code was sent to. */
export interface CodeDelivery {
  medium: 'email' | 'sms'
  /** Masked by Cognito, such as `a***@e***` or `+*******1234`. */
  destination: string
  /** What the code proves, where Cognito says it. */
  attribute?: VerifiableAttribute
}

/** What a code that was sent to it proves to be the user's. */
export type VerifiableAttribute = 'email' | 'phone_number'

export const verifiableAttributes: readonly VerifiableAttribute[] = ['email', 'phone_number']

/** From the parameters of a challenge, where Cognito says it in capitals. */
export const deliveryOf = (parameters: Readonly<Record<string, string>>): CodeDelivery => ({
  medium: parameters['CODE_DELIVERY_DELIVERY_MEDIUM'] === 'EMAIL' ? 'email' : 'sms',
  destination: parameters['CODE_DELIVERY_DESTINATION'] ?? '',
})

/** From the answer of an operation that sends codes. */
export const deliveryFrom = (details: CodeDeliveryDetailsType): CodeDelivery => {
  const attribute = verifiableAttributes.find((name) => name === details.AttributeName)
  return {
    medium: details.DeliveryMedium === 'EMAIL' ? 'email' : 'sms',
    destination: details.Destination ?? '',
    ...(attribute && { attribute }),
  }
}

/** @throws CognitoError `COGNITO_UNEXPECTED` where Cognito does not say that it sent a code. */
export const requireDelivery = ({
  CodeDeliveryDetails: details,
}: {
  CodeDeliveryDetails?: CodeDeliveryDetailsType | undefined
}): CodeDelivery => {
  if (!details) throw new CognitoError('COGNITO_UNEXPECTED')
  return deliveryFrom(details)
}
