import { componentOf } from '../challenges/component-of.js'
import { element } from '../element.js'
import { createField } from '../field.js'
import { createForm } from '../form.js'
import { request } from '../request.js'
import { inboxLink } from './inbox-link.js'
import { usernameHint } from './username-hint.js'

/**
 * @import { PasswordPolicy } from '../password-policy.js'
 * @import { PendingChallenge } from '../pending-challenge.js'
 * @import { UntrustedSignInAnswer } from '../request.js'
 * @import { View } from './show-view.js'
 */

/**
 * @param {object} options
 * @param {PendingChallenge} options.pending
 * @param {PasswordPolicy | undefined} options.policy
 * @param {string | undefined} options.inbox where the demo's messages are read
 * @param {AbortSignal} options.signal
 * @param {(answer: UntrustedSignInAnswer, username: string) => void | Promise<void>} options.onAnswer
 * @param {(reason: string) => void} options.onLost
 * @param {() => void} options.onStartOver
 * @returns {View}
 */
export const createChallengeView = (options) => {
  const { pending, policy, inbox, signal, onAnswer, onLost, onStartOver } = options
  const { challenge, username } = pending
  const { title, intro, fields, answer, isMessage } = componentOf(challenge.kind)
  const heading = element('h1', { tabindex: -1 }, title)
  const nodes = [heading, element('p', { class: 'intro' }, intro(challenge))]
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
  if (!answer) return { title, nodes: [...nodes, startOver], focus: heading }

  const inputs = fields(challenge, policy).map(createField)
  const form = createForm({
    fields: inputs,
    submitLabel: 'Continue',
    busyLabel: 'Checking…',
    startOver: onLost,
    after: [startOver],
    submit: async (values) => {
      const body = { answer: answer(values) }
      const reply = await request('POST', '/auth/challenge', { body, signal })
      if (!reply.ok) return reply.problem
      await onAnswer(/** @type {UntrustedSignInAnswer} */ (reply.body), username)
      return undefined
    },
  })
  form.prepend(usernameHint(username))
  const hasCode = isMessage || challenge.kind === 'totp-code'
  const hint = hasCode ? inboxLink(inbox) : []
  return { title, nodes: [...nodes, ...hint, form], focus: inputs[0]?.input ?? heading }
}
