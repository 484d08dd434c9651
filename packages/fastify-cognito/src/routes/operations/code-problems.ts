import { statusOfOthers } from '../../enumeration/status-of-others.ts'
import type { Operation } from './operation.ts'

type Problems = Required<Pick<Operation, 'problems' | 'verboseProblems' | 'statuses'>>

/** Where nobody is told who exists, all that is wrong with a code is one thing. */
export const ofSpentCodes: Problems = {
  problems: ['COGNITO_CODE_MISMATCH', 'COGNITO_REJECTED_BY_TRIGGER', 'COGNITO_TRIGGER_FAILED'],
  verboseProblems: [
    'COGNITO_CODE_EXPIRED',
    'COGNITO_USER_NOT_FOUND',
    'COGNITO_USER_DISABLED',
    'COGNITO_USER_NOT_CONFIRMED',
    'COGNITO_PASSWORD_RESET_REQUIRED',
    'COGNITO_TOO_MANY_ATTEMPTS',
    'COGNITO_LIMIT_EXCEEDED',
  ],
  statuses: statusOfOthers,
}

/** Nor what becomes of a code that was asked for. */
export const ofSentCodes: Problems = {
  problems: [],
  verboseProblems: [
    'COGNITO_USER_NOT_FOUND',
    'COGNITO_USER_DISABLED',
    'COGNITO_NO_RECOVERY',
    'COGNITO_CODE_NOT_DELIVERED',
    'COGNITO_LIMIT_EXCEEDED',
    'COGNITO_TOO_MANY_ATTEMPTS',
    'COGNITO_REJECTED_BY_TRIGGER',
    'COGNITO_TRIGGER_FAILED',
  ],
  statuses: statusOfOthers,
}
