import type { AuthAnswer, SignIn } from './auth-answer.ts'
import { continueCustomAuth } from './custom-auth/continue-custom-auth.ts'
import { askForDevice } from './devices/ask-for-device.ts'
import type { Pool } from './pool.ts'

/**
 * Signs the user in who has passed what the pool asks for: in CUSTOM_AUTH the triggers have the next
 * word. Nothing before it can be answered again.
 */
export const completeSignIn = (pool: Pool, signIn: SignIn): Promise<AuthAnswer> => {
  const { customAuth, user } = signIn
  return customAuth
    ? continueCustomAuth(pool, { ...signIn, customAuth, untrustedName: user.username })
    : askForDevice(pool, signIn)
}
