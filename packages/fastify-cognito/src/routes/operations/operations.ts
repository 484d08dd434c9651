import * as devices from './devices.ts'
import * as mfa from './mfa.ts'
import type { Operation } from './operation.ts'
import * as passkeys from './passkeys.ts'
import * as password from './password.ts'
import * as profile from './profile.ts'
import * as session from './session.ts'
import * as sessions from './sessions.ts'
import * as signIn from './sign-in.ts'
import * as signUp from './sign-up.ts'

/** What generated clients call each route. */
export type OperationId =
  | keyof typeof devices
  | keyof typeof mfa
  | keyof typeof passkeys
  | keyof typeof password
  | keyof typeof profile
  | keyof typeof session
  | keyof typeof sessions
  | keyof typeof signIn
  | keyof typeof signUp

export const operations: Readonly<Record<OperationId, Operation>> = {
  ...signIn,
  ...session,
  ...signUp,
  ...password,
  ...profile,
  ...mfa,
  ...passkeys,
  ...devices,
  ...sessions,
}
