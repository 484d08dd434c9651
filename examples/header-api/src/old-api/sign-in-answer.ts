import type { SignInAnswer } from '@x/fastify-cognito'
import { challengeName } from './challenges.ts'
import { Refused } from './refused.ts'

/** What the older service said of a sign-in, and what it had no words for. @throws Refused */
export const signInAnswer = (said: SignInAnswer, username: string): object => {
  switch (said.status) {
    case 'signed-in':
      return { msg: `Welcome ${username}` }
    case 'challenge':
      return {
        challenge_name: challengeName(said.challenge.kind),
        session: said.challengeToken,
        challenge: said.challenge,
      }
    case 'confirm-sign-up':
      throw new Refused('SIGN_UP_NOT_CONFIRMED', 'Confirm the sign-up first, by the code you got.')
    case 'reset-password':
      throw new Refused('PASSWORD_RESET_NEEDED', 'Choose a new password first: forgot_password.')
  }
}
