import type { MessageKey } from '@x/cognito-core'
import type { ProblemCode } from '../http-status.ts'

/** For translations: the code, or a code of Cognito's with a variant behind a full stop. */
export type ProblemKey = MessageKey | ProblemCode
