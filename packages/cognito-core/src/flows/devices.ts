import { type Device, deviceOf } from '../api/device.ts'
import { everyPage } from '../api/every-page.ts'
import type { NewDevice } from '../api/remembered-device.ts'
import { confirmDevice, type DeviceToConfirm } from '../confirm-device.ts'
import type { CallOptions, Context } from '../context.ts'
import { CognitoError } from '../errors/cognito-error.ts'
import { requireBoolean } from '../require-boolean.ts'
import { requireObject } from '../require-object.ts'
import { requireText } from '../require-text.ts'

export interface DevicesApi {
  /** Every one. @throws CognitoError */
  list(input: { accessToken: string }, call?: CallOptions): Promise<readonly Device[]>

  /** @throws CognitoError, such as `COGNITO_DEVICE_NOT_FOUND`. */
  get(input: { accessToken: string; key: string }, call?: CallOptions): Promise<Device>

  /** Whether the user wants the device remembered, where the pool asks. @throws CognitoError */
  update(
    input: { accessToken: string; key: string; remembered: boolean },
    call?: CallOptions,
  ): Promise<void>

  /** Ends the device's sessions, too: their refresh tokens are bound to it. @throws CognitoError */
  forget(input: { accessToken: string; key: string }, call?: CallOptions): Promise<void>

  /**
   * Gives Cognito what it checks a new device by. `signIn` and `answerChallenge` do so by themselves:
   * this is for tokens that came from elsewhere.
   *
   * @throws CognitoError
   */
  confirm(input: DeviceToConfirm, call?: CallOptions): Promise<NewDevice>
}

/** Of a page; the most that Cognito gives at once. */
const pageSize = 60

export const devicesApi = (context: Context): DevicesApi => ({
  list: async (input, call = {}) => {
    const AccessToken = requireText('accessToken', input?.accessToken)
    return everyPage(async (token) => {
      const { Devices = [], PaginationToken: next } = await context.send(
        'ListDevices',
        { AccessToken, Limit: pageSize, ...(token !== undefined && { PaginationToken: token }) },
        call,
      )
      return { items: Devices.map(deviceOf), next }
    })
  },

  get: async (input, call = {}) => {
    const { Device: described } = await context.send('GetDevice', deviceMembers(input), call)
    if (!described) throw new CognitoError('COGNITO_UNEXPECTED')
    return deviceOf(described)
  },

  update: async (input, call = {}) => {
    const members = deviceMembers(input)
    const isRemembered = requireBoolean('remembered', input.remembered)
    const DeviceRememberedStatus = isRemembered ? 'remembered' : 'not_remembered'
    await context.send('UpdateDeviceStatus', { ...members, DeviceRememberedStatus }, call)
  },

  forget: async (input, call = {}) => {
    await context.send('ForgetDevice', deviceMembers(input), call)
  },

  confirm: async (input, call = {}) => {
    const accessToken = requireText('accessToken', input?.accessToken)
    const device = requireObject('device', input.device)
    return confirmDevice(
      context,
      {
        accessToken,
        device: {
          key: requireText('device.key', device['key']),
          groupKey: requireText('device.groupKey', device['groupKey']),
        },
        ...(input.name !== undefined && { name: requireText('name', input.name) }),
      },
      call,
    )
  },
})

const deviceMembers = (input: { accessToken: string; key: string }) => ({
  AccessToken: requireText('accessToken', input?.accessToken),
  DeviceKey: requireText('key', input.key),
})
