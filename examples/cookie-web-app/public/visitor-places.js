import { componentOf } from './challenges/component-of.js'
import { passwordPolicy } from './password-policy.js'
import { keepPending, loadPending } from './pending-challenge.js'
import { forgetPendingCode, keepPendingCode, loadPendingCode } from './pending-code.js'
import { rowOf } from './row-of.js'
import { createAnotherWayView } from './views/another-way-view.js'
import { createAskForCodeView } from './views/ask-for-code-view.js'
import { createChallengeView } from './views/challenge-view.js'
import { createConfirmView } from './views/confirm-view.js'
import { createResetPasswordView } from './views/reset-password-view.js'
import { createSignInView } from './views/sign-in-view.js'
import { createSignUpView } from './views/sign-up-view.js'

/**
 * @import { CodeDelivery } from '@x/cognito-core'
 * @import { PendingCode } from './pending-code.js'
 * @import { Arrival, Steps } from './steps.js'
 * @import { UntrustedSignUpAnswer } from './views/sign-up-view.js'
 * @import { View } from './views/show-view.js'
 *
 * @typedef {View | undefined | Promise<View | undefined>} ShownView undefined where it leads elsewhere
 *
 * @typedef {(visit: Arrival & { signal: AbortSignal }) => ShownView} VisitorPlace
 */

/**
 * What who is not signed in can see.
 *
 * @param {Steps} steps
 * @returns {Readonly<Record<string, VisitorPlace>> & { '': VisitorPlace }}
 */
export const createVisitorPlaces = (steps) => {
  const { service, go, goInstead } = steps

  /**
   * @param {'confirm' | 'reset-password'} purpose
   * @returns {VisitorPlace}
   */
  const askForCode =
    (purpose) =>
    ({ signal }) =>
      createAskForCodeView({
        purpose,
        signal,
        onCode: (name, delivery) => {
          keepPendingCode({ purpose, name, ...(delivery && { delivery }) })
          return go(purpose)
        },
      })

  /** @param {PendingCode} pending */
  const keepingDelivery = (pending) => (/** @type {CodeDelivery} */ delivery) =>
    keepPendingCode({ ...pending, delivery })

  /** @type {Readonly<Record<string, (answer: NonNullable<UntrustedSignUpAnswer>, username: string) => Promise<void>>>} */
  const afterSignUp = {
    'confirm-sign-up': ({ delivery }, name) => {
      keepPendingCode({ purpose: 'confirm', name, ...(delivery && { delivery }) })
      return go('confirm')
    },
    confirmed: (_, username) =>
      goInstead('', { username, notice: 'Your account is there. Sign in with it.' }),
  }

  /**
   * @param {{ hasPassword: boolean }} options
   * @returns {VisitorPlace}
   */
  const signUp =
    ({ hasPassword }) =>
    async ({ signal }) => {
      const canDoWithout = service().ways.includes('email-code')
      if (!hasPassword && !canDoWithout) return void goInstead('sign-up')
      return createSignUpView({
        hasPassword,
        canDoWithout,
        policy: hasPassword ? await passwordPolicy(signal) : undefined,
        signal,
        onAnswer: (answer, username) => {
          const next = answer && rowOf(afterSignUp, answer.status ?? '')
          return next ? next(answer, username) : steps.onUnknownAnswer()
        },
      })
    }

  return {
    '': ({ username, notice, signal }) => {
      const { demo, ways } = service()
      return createSignInView({
        ...(username !== undefined && { username }),
        ...(notice !== undefined && { notice }),
        ...(demo && { demo }),
        signal,
        hasOtherWays: ways.length > 0,
        onAnswer: (answer, name) => steps.onSignInAnswer(answer, { username: name }),
        onAnotherWay: (name) => go('another-way', { username: name }),
      })
    },

    'another-way': ({ username, notice, signal }) => {
      const { ways } = service()
      if (ways.length === 0) return void goInstead('')
      return createAnotherWayView({
        ways,
        ...(username !== undefined && { username }),
        ...(notice !== undefined && { notice }),
        signal,
        onAnswer: (answer, name) => steps.onSignInAnswer(answer, { username: name }),
      })
    },

    challenge: async ({ notice, signal }) => {
      const pending = loadPending()
      if (!pending) return void goInstead('')
      const { username, challenge } = pending
      const { isNewPassword } = componentOf(challenge.kind)
      return createChallengeView({
        pending,
        policy: isNewPassword ? await passwordPolicy(signal) : undefined,
        inbox: service().demo?.inbox,
        ...(notice !== undefined && { notice }),
        signal,
        onAnswer: (answer, told) => steps.onSignInAnswer(answer, { username, notice: told }),
        onAlive: (expiresAt) => keepPending({ ...pending, challenge: { ...challenge, expiresAt } }),
        onLost: (reason) => steps.onAttemptOver({ username, notice: reason }),
        onSignInAgain: (reason) => steps.onSignInAgain({ username, notice: reason }),
        onStartOver: () => steps.startOver({ username }),
      })
    },

    'sign-up': signUp({ hasPassword: true }),
    'sign-up-without-password': signUp({ hasPassword: false }),

    'resend-code': askForCode('confirm'),

    confirm: ({ signal }) => {
      const pending = loadPendingCode('confirm')
      if (!pending) return void goInstead('resend-code')
      return createConfirmView({
        pending,
        inbox: service().demo?.inbox,
        signal,
        onAnswer: (answer, username) => {
          if (answer?.status !== 'confirmed') {
            return steps.onSignInAnswer(answer, { username, notice: 'Your account is confirmed.' })
          }
          forgetPendingCode()
          const notice = `The account of ${username} is confirmed. Sign in with it.`
          return goInstead('', { username, notice })
        },
        onSent: keepingDelivery(pending),
      })
    },

    'forgot-password': askForCode('reset-password'),

    'reset-password': async ({ signal }) => {
      const pending = loadPendingCode('reset-password')
      if (!pending) return void goInstead('forgot-password')
      return createResetPasswordView({
        pending,
        policy: await passwordPolicy(signal),
        inbox: service().demo?.inbox,
        signal,
        onDone: (username) => {
          forgetPendingCode()
          const notice = 'Your password is changed. Sign in with the new one.'
          return goInstead('', { username, notice })
        },
        onSent: keepingDelivery(pending),
      })
    },
  }
}
