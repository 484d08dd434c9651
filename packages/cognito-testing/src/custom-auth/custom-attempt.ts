import type { SignIn } from '../auth-answer.ts'
import type { User } from '../user-store.ts'
import type { CustomAuth } from './custom-auth.ts'

/** Somebody who signs in by CUSTOM_AUTH, and may not exist. */
export interface CustomAttempt extends Omit<SignIn, 'user'> {
  user: User | undefined
  untrustedName: string
  customAuth: CustomAuth
  /** A, of InitiateAuth with SRP_A. */
  clientPublic?: bigint | undefined
}
