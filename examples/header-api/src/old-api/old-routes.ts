import type { OutgoingHttpHeaders } from 'node:http'
import type { SignInAnswer, SignUpAnswer } from '@x/fastify-cognito'
import { BadInput } from '../bad-input.ts'
import { basicCredentials } from './basic-credentials.ts'
import { answerOf } from './challenges.ts'
import { type Fields, textIn } from './fields.ts'
import { signInAnswer } from './sign-in-answer.ts'
import { signUpBody } from './sign-up-body.ts'

interface Asked {
  body: Fields
  authorization: string | undefined
}

interface Delivery {
  medium: 'email' | 'sms'
  destination: string
}

/** A route of the older service, below `/app/auth`. */
export interface OldRoute {
  /** The route of the plugin that does it, below `/auth`. */
  to: string
  /** What that is sent. @throws BadInput */
  ask(asked: Asked): object | undefined
  /** What the client is answered, by what the plugin said. @throws Refused */
  answer(said: unknown, asked: Asked & { headers: OutgoingHttpHeaders }): object
  /** How fields are called here that the plugin has another name for. */
  names?: Readonly<Record<string, string>>
}

export const oldRoutes = (method: 'srp' | 'password'): Readonly<Record<string, OldRoute>> => ({
  '/login': {
    to: '/sign-in',
    // The credentials are in the header, which the plugin reads.
    ask: ({ authorization }) => {
      basicCredentials(authorization)
      return { method }
    },
    answer: (said, { authorization }) =>
      signInAnswer(said as SignInAnswer, basicCredentials(authorization).username),
  },
  '/confirm_login': {
    to: '/challenge',
    ask: ({ body }) => ({ answer: answerOf(body), challengeToken: textIn(body, 'session') }),
    answer: (said, { body, headers }) => ({
      ...signInAnswer(said as SignInAnswer, textIn(body, 'username')),
      ...authenticationResult(said as SignInAnswer, headers),
    }),
    names: { answer: 'responses', challengeToken: 'session' },
  },
  '/logout': {
    to: '/sign-out/everywhere',
    ask: () => undefined,
    answer: () => ({ msg: 'You are signed out everywhere' }),
  },
  '/signup': {
    to: '/sign-up',
    ask: ({ authorization, body }) => signUpBody(basicCredentials(authorization), body),
    answer: (said) => ({ msg: signUpMessage(said as SignUpAnswer) }),
    names: { attributes: 'user_attributes' },
  },
  '/confirm_signup': {
    to: '/sign-up/confirm',
    ask: ({ body }) => ({ username: textIn(body, 'username'), code: confirmationCode(body) }),
    answer: () => ({ msg: 'Your sign-up is confirmed' }),
  },
  '/forgot_password': {
    to: '/password/forgot',
    ask: ({ body }) => ({ username: textIn(body, 'email') }),
    answer: (said) => ({ CodeDeliveryDetails: deliveryDetails(said as Delivery) }),
    names: { username: 'email' },
  },
  '/confirm_forgot_password': {
    to: '/password/reset',
    ask: ({ body }) => ({
      username: textIn(body, 'email'),
      code: textIn(body, 'code'),
      newPassword: textIn(body, 'new_password'),
    }),
    answer: () => ({ msg: 'Your password is changed' }),
    names: { username: 'email', newPassword: 'new_password' },
  },
})

/** @throws BadInput */
const confirmationCode = (body: Fields): string => {
  if (body['force_alias_creation'] === true) {
    throw new BadInput('force_alias_creation: nobody is given an address that another account has.')
  }
  const { code, password } = body
  if (code !== undefined && password !== undefined) {
    throw new BadInput('code and password (its older name) are one. Send one of them.')
  }
  return textIn(body, password === undefined ? 'code' : 'password')
}

const signUpMessage = (said: SignUpAnswer): string => {
  if (said.status === 'confirmed') return 'You are signed up, and can log in'
  const { medium = 'email', destination = '***' } = said.delivery ?? {}
  return medium === 'sms'
    ? `We sent a verification message to you at: ${destination}`
    : `We sent verification email to you at: ${destination}`
}

const deliveryDetails = ({ medium, destination }: Delivery): object => ({
  Destination: destination,
  DeliveryMedium: medium.toUpperCase(),
  AttributeName: medium === 'sms' ? 'phone_number' : 'email',
})

const authenticationResult = (said: SignInAnswer, headers: OutgoingHttpHeaders): object => {
  if (said.status !== 'signed-in') return {}
  return {
    AuthenticationResult: {
      AccessToken: headers['accesstoken'],
      RefreshToken: headers['refreshtoken'],
      TokenType: 'Bearer',
      ExpiresIn: said.expiresAt - Math.floor(Date.now() / 1000),
    },
  }
}
