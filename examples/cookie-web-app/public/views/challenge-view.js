import { componentOf } from '../challenges/component-of.js'
import { createChoiceForm } from '../choice-form.js'
import { element } from '../element.js'
import { explainProblem } from '../explain-problem.js'
import { createField } from '../field.js'
import { createForm } from '../form.js'
import { request } from '../request.js'
import { inboxLink } from './inbox-link.js'
import { resendChallenge } from './resend-challenge.js'
import { usernameHint } from './username-hint.js'

/**
 * @import { Answered } from '../challenges/challenge-component.js'
 * @import { PasswordPolicy } from '../password-policy.js'
 * @import { PendingChallenge } from '../pending-challenge.js'
 * @import { Problem, UntrustedSignInAnswer } from '../request.js'
 * @import { View } from './show-view.js'
 */

/**
 * @param {object} options
 * @param {PendingChallenge} options.pending
 * @param {PasswordPolicy | undefined} options.policy
 * @param {string | undefined} options.inbox where the demo's messages are read
 * @param {string} [options.notice] what was just done
 * @param {AbortSignal} options.signal
 * @param {(answer: UntrustedSignInAnswer, notice?: string) => void | Promise<void>} options.onAnswer
 * @param {(expiresAt: number) => void} options.onAlive after a refusal, in Unix seconds
 * @param {(reason: string) => void} options.onLost
 * @param {(reason: string) => void} options.onSignInAgain
 * @param {() => void} options.onStartOver
 * @returns {View}
 */
export const createChallengeView = (options) => {
  const { pending, policy, inbox, notice = '', signal } = options
  const { onAnswer, onAlive, onLost, onSignInAgain, onStartOver } = options
  const { challenge, username } = pending
  const component = componentOf(challenge.kind)
  const { title, submitLabel = 'Continue', answer, choices } = component
  const heading = element('h1', { tabindex: -1 }, title)
  const startOver = element(
    'button',
    {
      type: 'button',
      class: 'quiet',
      click: () => {
        startOver.textContent = 'Starting over…'
        onStartOver()
      },
    },
    'Start over',
  )

  /** A password is wrong only where one was asked for. @param {Problem} problem */
  const reasonOf = (problem) =>
    problem.code === 'COGNITO_INVALID_CREDENTIALS' && challenge.kind !== 'password'
      ? 'That did not let you in, and the attempt is over. Begin anew.'
      : explainProblem(problem).text

  /**
   * @param {Answered<any>} answered
   * @returns {Promise<Problem | undefined>}
   */
  const send = async (answered) => {
    if ('problem' in answered) return answered.problem
    const reply = await request('POST', '/auth/challenge', { body: answered, signal })
    if (reply.ok) {
      await onAnswer(/** @type {UntrustedSignInAnswer} */ (reply.body))
      return undefined
    }
    const { retriable, expiresAt } = reply.problem
    if (retriable && expiresAt !== undefined) onAlive(expiresAt)
    if (retriable !== false) return reply.problem
    onLost(reasonOf(reply.problem))
    return undefined
  }

  const around = {
    startOver: onLost,
    notice,
    ...(component.isMessage && {
      second: resendChallenge({ signal, onAnswer, onSignInAgain }),
    }),
    after: [startOver],
  }
  const inputs = component.fields?.(challenge, policy).map(createField) ?? []
  const form = choices
    ? createChoiceForm({
        ...around,
        fields: [],
        choices: choices(challenge).map(({ label, hint, answer }) => ({
          submitLabel: label,
          hint,
          busyLabel: 'Just a moment…',
          submit: () => send({ answer }),
        })),
      })
    : answer &&
      createForm({
        ...around,
        fields: inputs,
        submitLabel,
        busyLabel: 'Checking…',
        submit: async (values) => send(await answer(values, challenge, signal)),
      })
  form?.prepend(usernameHint(username))
  // Nothing opens by itself after a reload, only after a press.
  const isPressed = navigator.userActivation?.isActive
  return {
    title,
    nodes: [
      heading,
      element('p', { class: 'intro' }, component.intro(challenge)),
      ...(component.content?.(challenge) ?? []),
      ...(component.hasCode ? inboxLink(inbox) : []),
      form ?? startOver,
    ],
    focus: inputs[0]?.input ?? heading,
    ...(component.startsItself && isPressed && { onShown: () => form?.requestSubmit() }),
  }
}
