import type { ContactAttribute } from '../options.ts'

/** Of AWS: where a code went, as much as the caller may know. */
export interface CodeDeliveryDetails {
  Destination: string
  DeliveryMedium: 'EMAIL' | 'SMS'
  AttributeName: ContactAttribute
}

/** `j***@e***` */
const maskEmail = (address: string): string => address.replace(/^(.)[^@]*@(.).*$/u, '$1***@$2***')
/** `+*******1234` */
const maskPhoneNumber = (number: string): string =>
  `+${number.slice(-4).padStart(Math.max(number.length - 1, 4), '*')}`

const deliveries = {
  email: { medium: 'email', awsMedium: 'EMAIL', mask: maskEmail },
  phone_number: { medium: 'sms', awsMedium: 'SMS', mask: maskPhoneNumber },
} as const

export const mediumOf = (attribute: ContactAttribute): 'email' | 'sms' =>
  deliveries[attribute].medium

export const describeDelivery = (attribute: ContactAttribute, to: string): CodeDeliveryDetails => ({
  Destination: deliveries[attribute].mask(to),
  DeliveryMedium: deliveries[attribute].awsMedium,
  AttributeName: attribute,
})
