import { longestChallengeToken } from '../../session/pending-challenges.ts'
import { challengeAnswers } from './challenge-answers.ts'
import { deviceToken } from './device-token.ts'
import { firstFactor } from './first-factor.ts'
import { password } from './password.ts'
import { publicChallenge } from './public-challenge.ts'
import { returnTo } from './return-to.ts'
import { user } from './user.ts'
import { username } from './username.ts'

const method = {
  type: 'string',
  enum: ['srp', 'password', 'choice', 'custom'],
  description:
    '`srp` and `password` take a password. `choice` takes one with `prefer: password` only; `custom` where the triggers of the user pool want one.',
} as const

const prefer = {
  type: 'string',
  enum: firstFactor.enum as typeof firstFactor.enum,
  description: 'With `choice`: what the user would rather sign in with.',
} as const

/** `POST /sign-in`; what else `method` takes is for the route to say. */
export const signInBody = {
  type: 'object',
  additionalProperties: false,
  required: ['username'],
  properties: {
    username: username as typeof username,
    password: password as typeof password,
    method: method as typeof method,
    prefer: prefer as typeof prefer,
    deviceToken: deviceToken as typeof deviceToken,
  },
} as const

/** `POST /reauthenticate` */
export const reauthenticateBody = {
  type: 'object',
  additionalProperties: false,
  properties: {
    password: password as typeof password,
    method: method as typeof method,
    prefer: prefer as typeof prefer,
    returnTo: returnTo as typeof returnTo,
    deviceToken: deviceToken as typeof deviceToken,
  },
} as const

const challengeToken = {
  type: 'string',
  minLength: 1,
  maxLength: longestChallengeToken as typeof longestChallengeToken,
  description: 'As it came with the challenge; not with cookies.',
} as const

/** `POST /challenge`; what `answer` holds depends on the challenge. */
export const challengeBody = {
  type: 'object',
  additionalProperties: false,
  required: ['answer'],
  properties: {
    answer: { type: 'object' },
    challengeToken: challengeToken as typeof challengeToken,
  },
} as const

/** `POST /challenge/resend`: nothing, or the challenge where no cookie holds it. */
export const resendChallengeBody = {
  type: ['object', 'null'],
  additionalProperties: false,
  properties: { challengeToken: challengeToken as typeof challengeToken },
} as const

/** The same with what each kind of challenge wants, for whoever reads it: it is checked by the kind. */
export const shownChallengeBody: object = {
  ...challengeBody,
  properties: {
    ...challengeBody.properties,
    answer: { anyOf: [...new Set(Object.values(challengeAnswers))] },
  },
}

/** `SignedIn` */
export const signedInAnswer = {
  type: 'object',
  required: ['status', 'user', 'expiresAt'],
  additionalProperties: false,
  properties: {
    status: { type: 'string', const: 'signed-in' },
    user: user as typeof user,
    expiresAt: {
      type: 'integer',
      description: 'When the access token stops working, in Unix seconds.',
    },
    tokens: {
      type: 'object',
      description: 'Not with cookies.',
      required: ['accessToken', 'idToken', 'expiresAt'],
      additionalProperties: false,
      properties: {
        accessToken: { type: 'string' },
        idToken: { type: 'string' },
        refreshToken: { type: 'string' },
        expiresAt: { type: 'integer', description: 'In Unix seconds.' },
      },
    },
    device: {
      type: 'object',
      description: 'Where the user pool keeps track of devices: one that is new to it.',
      required: ['key', 'needsConsent'],
      additionalProperties: false,
      properties: {
        key: { type: 'string' },
        needsConsent: {
          type: 'boolean',
          description: 'Whether it is remembered only once the user has said so.',
        },
      },
    },
    deviceToken: {
      type: 'string',
      description: 'Goes with the next sign-in and each refresh; not with cookies.',
    },
    returnTo: { type: 'string', description: 'As it was given to `/reauthenticate`.' },
  },
} as const

/** The challenge that is asked, of `SignInAnswer`. */
export const challengeAnswer = {
  type: 'object',
  required: ['status', 'challenge'],
  additionalProperties: false,
  properties: {
    status: { type: 'string', const: 'challenge' },
    challenge: publicChallenge as typeof publicChallenge,
    challengeToken: {
      type: 'string',
      description: 'Goes back with the answer; not with cookies.',
    },
  },
} as const

const confirmSignUp = {
  type: 'object',
  required: ['status'],
  additionalProperties: false,
  properties: { status: { type: 'string', const: 'confirm-sign-up' } },
} as const

const resetPassword = {
  type: 'object',
  required: ['status'],
  additionalProperties: false,
  properties: { status: { type: 'string', const: 'reset-password' } },
} as const

/** `SignInAnswer` */
export const signInAnswer = {
  oneOf: [
    signedInAnswer as typeof signedInAnswer,
    challengeAnswer as typeof challengeAnswer,
    confirmSignUp as typeof confirmSignUp,
    resetPassword as typeof resetPassword,
  ],
} as const
