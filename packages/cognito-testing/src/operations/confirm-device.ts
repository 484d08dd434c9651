import { AwsError, invalidParameter } from '../aws-error.ts'
import { readDeviceSecret } from '../devices/read-device-secret.ts'
import { readAccessToken } from '../read-access-token.ts'
import { defineOperation, deviceKey, type Operation, token } from './operation.ts'

/** Registers the device that a sign-in has named, which is that of its access token. */
export const confirmDevice: Operation = defineOperation(
  {
    AccessToken: token,
    DeviceKey: { ...deviceKey, required: true },
    DeviceSecretVerifierConfig: { type: 'structure' },
    DeviceName: { type: 'string', min: 1, max: 1024 },
  },
  (pool, { AccessToken, DeviceKey, DeviceName: name, DeviceSecretVerifierConfig: config }) => {
    const { user, deviceKey: ownKey } = readAccessToken(pool, AccessToken)
    if (pool.devices.find(user, DeviceKey)) {
      throw new AwsError('DeviceKeyExistsException', 'Device key already exists.')
    }
    if (DeviceKey !== ownKey || !pool.devices.findNew(user, DeviceKey)) {
      throw invalidParameter('Invalid device key given.')
    }
    const isRemembered = pool.settings.deviceTracking === 'always'
    const secret = readDeviceSecret(config)
    pool.devices.confirm(user, DeviceKey, { secret, name, isRemembered })
    return { UserConfirmationNecessary: !isRemembered }
  },
)
