import { CognitoError } from '@x/cognito-core'
import { issuedClaims } from './issued-claims.ts'

/**
 * The device that a session was begun on, where the pool keeps track of devices. Only for an access
 * token that Cognito has handed over; what is none names no device.
 */
export const deviceKeyIn = (issuedToken: string): string | undefined => {
  try {
    const { device_key: deviceKey } = issuedClaims(issuedToken)
    return typeof deviceKey === 'string' ? deviceKey : undefined
  } catch (error) {
    if (error instanceof CognitoError) return undefined
    throw error
  }
}
