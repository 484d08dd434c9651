import type { SignIn } from '../auth-answer.ts'
import type { Pool } from '../pool.ts'
import type { ConfirmedDevice } from './device.ts'

/**
 * The device that is to prove itself. One that is tracked but not remembered is treated as if it
 * was never used.
 * Source: "Tracking and Remembering Devices Using Amazon Cognito Your User Pools", of the AWS Mobile
 * Blog.
 */
export const rememberedDevice = (
  { devices }: Pool,
  { user, deviceKey }: SignIn,
): ConfirmedDevice | undefined => {
  const device = deviceKey === undefined ? undefined : devices.find(user, deviceKey)
  return device?.isRemembered ? device : undefined
}
