import { provedName } from '../counted-names.ts'
import { deviceBody, deviceParams, devicesAnswer } from '../schemas/devices.ts'
import { noBody } from '../schemas/session.ts'
import type { Operation } from './operation.ts'

const limit = { preset: 'factors', names: provedName } as const

export const listDevices: Operation = {
  tag: 'Devices',
  summary: 'The devices that the user has signed in on',
  caller: 'user',
  answer: devicesAnswer,
  success: 'All of them.',
  problems: [],
}

export const updateDevice: Operation = {
  tag: 'Devices',
  summary: 'Remember a device, or no longer',
  description: 'On a remembered device the pool may do without a second factor.',
  caller: 'user',
  limit,
  params: deviceParams,
  body: deviceBody,
  success: 'It is remembered, or no longer.',
  problems: ['NOT_FOUND', 'COGNITO_DEVICE_NOT_FOUND'],
}

export const forgetDevice: Operation = {
  tag: 'Devices',
  summary: 'Forget a device',
  description: 'Whoever is signed in on it is signed out with the next refresh.',
  caller: 'user',
  limit,
  params: deviceParams,
  body: noBody,
  success: 'Forgotten.',
  problems: ['NOT_FOUND', 'COGNITO_DEVICE_NOT_FOUND'],
}
