import { randomBytes } from 'node:crypto'
import {
  type AuthenticationResultType,
  type ChallengeNameType,
  ConfirmDeviceCommand,
  type DeviceRememberedStatusType,
  ForgetDeviceCommand,
  GetDeviceCommand,
  ListDevicesCommand,
  UpdateDeviceStatusCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import type { TestUserPool } from '../src/index.ts'
import { respond, signInWithSrp, timestamp } from './sign-in.ts'
import { password } from './signed-in-pool.ts'
import { makeDeviceSecret, signSrp, startSrp } from './srp-client.ts'

/** What a client keeps of a device. */
export interface KeptDevice {
  key: string
  groupKey: string
  password: string
}

interface Challenge {
  ChallengeName?: ChallengeNameType | undefined
  Session?: string | undefined
}

export const confirmDevice = (pool: TestUserPool, input: object) =>
  pool.options.client.send(
    new ConfirmDeviceCommand({ AccessToken: undefined, DeviceKey: undefined, ...input }),
  )

export const listDevices = (pool: TestUserPool, AccessToken: string, input: object = {}) =>
  pool.options.client.send(new ListDevicesCommand({ AccessToken, ...input }))

export const getDevice = (pool: TestUserPool, AccessToken: string, DeviceKey: string) =>
  pool.options.client.send(new GetDeviceCommand({ AccessToken, DeviceKey }))

export const updateDevice = (
  pool: TestUserPool,
  AccessToken: string,
  DeviceKey: string,
  DeviceRememberedStatus?: DeviceRememberedStatusType,
) =>
  pool.options.client.send(
    new UpdateDeviceStatusCommand({ AccessToken, DeviceKey, DeviceRememberedStatus }),
  )

export const forgetDevice = (pool: TestUserPool, AccessToken: string, DeviceKey: string) =>
  pool.options.client.send(new ForgetDeviceCommand({ AccessToken, DeviceKey }))

/** Makes up a password for the device that tokens came with, and confirms it. */
export const keepDevice = async (
  pool: TestUserPool,
  result: AuthenticationResultType | undefined,
  DeviceName?: string,
): Promise<KeptDevice> => {
  const { DeviceKey: key = '', DeviceGroupKey: groupKey = '' } = result?.NewDeviceMetadata ?? {}
  const device = { key, groupKey, password: randomBytes(40).toString('base64') }
  await confirmDevice(pool, {
    AccessToken: result?.AccessToken,
    DeviceKey: key,
    DeviceSecretVerifierConfig: makeDeviceSecret(device),
    DeviceName,
  })
  return device
}

/** Signs ann in by SRP, up to where a code, a device or nothing more is asked for. */
export const signInOn = (pool: TestUserPool, device?: { key: string }, name = 'ann') =>
  signInWithSrp(pool, name, password, device && { DEVICE_KEY: device.key })

/** A sign-in without a second factor, on a new device that is kept. */
export const signInAndKeep = async (pool: TestUserPool, name = 'ann', DeviceName?: string) => {
  const { AuthenticationResult: result } = await signInOn(pool, undefined, name)
  const { AccessToken = '', RefreshToken = '' } = result ?? {}
  return { device: await keepDevice(pool, result, DeviceName), AccessToken, RefreshToken }
}

/** Answers DEVICE_SRP_AUTH, and says how the challenge that follows would be answered. */
export const startDeviceProof = async (
  pool: TestUserPool,
  asked: Challenge,
  device: KeptDevice,
  username = 'ann',
) => {
  const { a, A } = startSrp()
  const answer = await respond(pool, asked, {
    USERNAME: username,
    DEVICE_KEY: device.key,
    SRP_A: A,
  })
  const parameters = answer.ChallengeParameters ?? {}
  const signature = signSrp({
    a,
    poolName: device.groupKey,
    password: device.password,
    timestamp,
    challenge: { ...parameters, USER_ID_FOR_SRP: device.key },
  })
  const proof = {
    USERNAME: username,
    DEVICE_KEY: device.key,
    PASSWORD_CLAIM_SECRET_BLOCK: parameters['SECRET_BLOCK'] ?? '',
    PASSWORD_CLAIM_SIGNATURE: signature,
    TIMESTAMP: timestamp,
  }
  return { answer, proof }
}

/** Both challenges of a device. */
export const proveDevice = async (
  pool: TestUserPool,
  asked: Challenge,
  device: KeptDevice,
  username = 'ann',
) => {
  const { answer, proof } = await startDeviceProof(pool, asked, device, username)
  return respond(pool, answer, proof)
}
