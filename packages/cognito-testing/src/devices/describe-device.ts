import type { ConfirmedDevice } from './device.ts'

/**
 * DeviceType. What is known of a device beside what users are shown is for operators.
 * Source: the examples of list-devices and admin-list-devices in the reference of the AWS CLI.
 */
const describe = (device: ConfirmedDevice, forOperators: readonly object[]): object => ({
  DeviceKey: device.key,
  DeviceAttributes: [
    { Name: 'device_status', Value: 'valid' },
    ...(device.name === undefined ? [] : [{ Name: 'device_name', Value: device.name }]),
    // Whoever calls the pool is on this machine.
    { Name: 'last_ip_used', Value: '127.0.0.1' },
    ...forOperators,
  ],
  DeviceCreateDate: device.createdAt,
  DeviceLastModifiedDate: device.modifiedAt,
  DeviceLastAuthenticatedDate: device.authenticatedAt,
})

export const describeDevice = (device: ConfirmedDevice): object => describe(device, [])

export const describeDeviceToOperator = (device: ConfirmedDevice): object =>
  describe(device, [
    {
      Name: 'dev:device_remembered_status',
      Value: device.isRemembered ? 'remembered' : 'not_remembered',
    },
  ])
