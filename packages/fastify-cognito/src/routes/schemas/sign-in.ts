import { challengeAnswers } from './challenge-answers.ts'
import { password } from './password.ts'
import { publicChallenge } from './public-challenge.ts'
import { user } from './user.ts'
import { username } from './username.ts'

/** `POST /sign-in` */
export const signInBody = {
  type: 'object',
  additionalProperties: false,
  required: ['username', 'password'],
  properties: {
    username: username as typeof username,
    password: password as typeof password,
    method: { type: 'string', enum: ['srp', 'password'] },
  },
} as const

/** `POST /challenge`; what `answer` holds depends on the challenge. */
export const challengeBody = {
  type: 'object',
  additionalProperties: false,
  required: ['answer'],
  properties: {
    answer: { type: 'object' },
    challengeToken: {
      type: 'string',
      minLength: 1,
      maxLength: 16384,
      description: 'As it came with the challenge; not with cookies.',
    },
  },
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
