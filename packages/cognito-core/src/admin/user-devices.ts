import { type Device, deviceOf } from '../api/device.ts'
import { everyPage } from '../api/every-page.ts'
import { CognitoError } from '../errors/cognito-error.ts'
import { requireBoolean } from '../require-boolean.ts'
import { requireText } from '../require-text.ts'
import type { AdminCall, AdminContext } from './admin-context.ts'
import { userMembers } from './user-members.ts'

/** The devices of any user. */
export interface UserDevicesApi {
  /** Every one. @throws CognitoError */
  list(input: { username: string }, call?: AdminCall): Promise<readonly Device[]>

  /** @throws CognitoError, such as `COGNITO_DEVICE_NOT_FOUND`. */
  get(input: { username: string; key: string }, call?: AdminCall): Promise<Device>

  /** Or not, with `remembered: false`. @throws CognitoError */
  remember(
    input: { username: string; key: string; remembered?: boolean },
    call?: AdminCall,
  ): Promise<void>

  /** Ends the device's sessions, too: their refresh tokens are bound to it. @throws CognitoError */
  forget(input: { username: string; key: string }, call?: AdminCall): Promise<void>
}

/** Of a page; the most that Cognito gives at once. */
const pageSize = 60

export const userDevicesApi = (context: AdminContext): UserDevicesApi => {
  const deviceMembers = (input: { username: string; key: string }) => ({
    ...userMembers(context, input),
    DeviceKey: requireText('key', input.key),
  })

  return {
    list: async (input, call) => {
      const members = { ...userMembers(context, input), Limit: pageSize }
      return everyPage(async (token) => {
        const { Devices = [], PaginationToken: next } = await context.send(
          'AdminListDevices',
          { ...members, ...(token !== undefined && { PaginationToken: token }) },
          call,
        )
        return { items: Devices.map(deviceOf), next }
      })
    },

    get: async (input, call) => {
      const { Device: described } = await context.send('AdminGetDevice', deviceMembers(input), call)
      if (!described) throw new CognitoError('COGNITO_UNEXPECTED')
      return deviceOf(described)
    },

    remember: async (input, call) => {
      const members = deviceMembers(input)
      const isRemembered = requireBoolean('remembered', input.remembered ?? true)
      const DeviceRememberedStatus = isRemembered ? 'remembered' : 'not_remembered'
      await context.send('AdminUpdateDeviceStatus', { ...members, DeviceRememberedStatus }, call)
    },

    forget: async (input, call) => {
      await context.send('AdminForgetDevice', deviceMembers(input), call)
    },
  }
}
