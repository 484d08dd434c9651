import { always } from '../always.ts'
import {
  hasNewAddresses,
  hasOtherAddresses,
  provedName,
  provedNameAndNewAddresses,
} from '../counted-names.ts'
import { codeDelivery } from '../schemas/code-delivery.ts'
import {
  profileAnswer,
  profileBody,
  profileUpdateAnswer,
  verifyBody,
  verifyConfirmBody,
} from '../schemas/profile.ts'
import { noBody } from '../schemas/session.ts'
import type { Operation } from './operation.ts'

export const getProfile: Operation = {
  tag: 'Profile',
  summary: 'Who is signed in',
  caller: 'user',
  answer: profileAnswer,
  success: 'The user, and the attributes that the app client may read.',
  problems: [],
}

export const updateProfile: Operation = {
  tag: 'Profile',
  summary: 'Change attributes',
  description:
    'Changes what is given, and takes away what is `null`. A new e-mail address or phone number may have to be verified first.',
  caller: 'user',
  stepUp: hasOtherAddresses,
  limit: { preset: 'sendCode', names: provedNameAndNewAddresses, where: hasNewAddresses },
  body: profileBody,
  answer: profileUpdateAnswer,
  success: 'The attributes as they are now, and where codes went for those to be verified.',
  problems: [
    'COGNITO_ATTRIBUTE_MISSING',
    'COGNITO_ATTRIBUTE_INVALID',
    'COGNITO_ATTRIBUTE_READ_ONLY',
    'COGNITO_ALIAS_TAKEN',
    'COGNITO_CODE_NOT_DELIVERED',
    'COGNITO_LIMIT_EXCEEDED',
    'COGNITO_REJECTED_BY_TRIGGER',
    'COGNITO_TRIGGER_FAILED',
  ],
}

export const deleteAccount: Operation = {
  tag: 'Profile',
  summary: 'Delete the account',
  description: 'For good.',
  caller: 'user',
  stepUp: always,
  body: noBody,
  success: 'Deleted, and signed out.',
  problems: [],
}

export const requestVerification: Operation = {
  tag: 'Profile',
  summary: 'Send a code to an e-mail address or phone number',
  caller: 'user',
  limit: { preset: 'sendCode', names: provedName },
  body: verifyBody,
  answer: codeDelivery,
  success: 'Where the code went.',
  problems: [
    'COGNITO_ATTRIBUTE_MISSING',
    'COGNITO_CODE_NOT_DELIVERED',
    'COGNITO_LIMIT_EXCEEDED',
    'COGNITO_REJECTED_BY_TRIGGER',
    'COGNITO_TRIGGER_FAILED',
  ],
}

export const verifyAttribute: Operation = {
  tag: 'Profile',
  summary: 'Verify an e-mail address or phone number with a code',
  caller: 'user',
  limit: { preset: 'code', names: provedName },
  body: verifyConfirmBody,
  success: 'Verified.',
  problems: [
    'COGNITO_CODE_MISMATCH',
    'COGNITO_CODE_EXPIRED',
    'COGNITO_ALIAS_TAKEN',
    'COGNITO_LIMIT_EXCEEDED',
  ],
}
