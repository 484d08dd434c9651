export interface CodeDelivery {
  medium: 'email' | 'sms'
  /** Masked by Cognito, such as `a***@e***` or `+*******1234`. */
  destination: string
}

/** From the parameters of a challenge, where Cognito says it in capitals. */
export const deliveryOf = (parameters: Readonly<Record<string, string>>): CodeDelivery => ({
  medium: parameters['CODE_DELIVERY_DELIVERY_MEDIUM'] === 'EMAIL' ? 'email' : 'sms',
  destination: parameters['CODE_DELIVERY_DESTINATION'] ?? '',
})
