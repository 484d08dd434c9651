import { refreshToken } from '../../delivery/refresh-token.ts'
import { deviceToken } from './device-token.ts'

/** `POST /sign-out`: nothing, or the refresh token where no cookie holds it. */
export const refreshTokenBody = {
  type: ['object', 'null'],
  additionalProperties: false,
  properties: {
    refreshToken: refreshToken as typeof refreshToken,
  },
} as const

/** `POST /refresh`: the same, and the device where the user pool keeps track of devices. */
export const refreshBody = {
  type: ['object', 'null'],
  additionalProperties: false,
  properties: {
    refreshToken: refreshToken as typeof refreshToken,
    deviceToken: deviceToken as typeof deviceToken,
  },
} as const

/** Routes that take nothing. */
export const noBody = {
  type: ['object', 'null'],
  additionalProperties: false,
} as const
