import type { ConfirmedDevice } from './device.ts'

/**
 * DeviceType, as users are shown it: what else is known of a device is for operators.
 * Source: the examples of list-devices and admin-list-devices in the reference of the AWS CLI.
 */
export const describeDevice = (device: ConfirmedDevice): object => ({
  DeviceKey: device.key,
  DeviceAttributes: [
    { Name: 'device_status', Value: 'valid' },
    ...(device.name === undefined ? [] : [{ Name: 'device_name', Value: device.name }]),
    // Whoever calls the pool is on this machine.
    { Name: 'last_ip_used', Value: '127.0.0.1' },
  ],
  DeviceCreateDate: device.createdAt,
  DeviceLastModifiedDate: device.modifiedAt,
  DeviceLastAuthenticatedDate: device.authenticatedAt,
})
