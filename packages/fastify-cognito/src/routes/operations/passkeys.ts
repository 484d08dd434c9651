import { always } from '../always.ts'
import { provedName } from '../counted-names.ts'
import {
  creationOptions,
  finishPasskeyBody,
  passkeyParams,
  passkeysAnswer,
} from '../schemas/passkeys.ts'
import { noBody } from '../schemas/session.ts'
import type { Operation } from './operation.ts'

const limit = { preset: 'factors', names: provedName } as const

export const listPasskeys: Operation = {
  tag: 'Passkeys',
  summary: 'The passkeys of the user',
  caller: 'user',
  answer: passkeysAnswer,
  success: 'All of them.',
  problems: [],
}

export const startPasskey: Operation = {
  tag: 'Passkeys',
  summary: 'Begin to add a passkey',
  caller: 'user',
  stepUp: always,
  limit,
  body: noBody,
  answer: creationOptions,
  success: 'What the browser is to be asked for.',
  problems: ['COGNITO_LIMIT_EXCEEDED'],
}

export const finishPasskey: Operation = {
  tag: 'Passkeys',
  summary: 'Add a passkey',
  caller: 'user',
  stepUp: always,
  limit,
  body: finishPasskeyBody,
  success: 'The user can sign in with it.',
  problems: ['COGNITO_PASSKEY_REJECTED', 'COGNITO_LIMIT_EXCEEDED'],
}

export const deletePasskey: Operation = {
  tag: 'Passkeys',
  summary: 'Remove a passkey',
  caller: 'user',
  stepUp: always,
  limit,
  params: passkeyParams,
  tail: 'id',
  body: noBody,
  success: 'Nobody signs in with it any more.',
  problems: ['NOT_FOUND', 'COGNITO_PASSKEY_NOT_FOUND'],
}
