import { attributeField } from '../attribute-field.js'
import { element } from '../element.js'
import { createField } from '../field.js'
import { createForm } from '../form.js'
import { newPasswordField } from '../new-password-field.js'
import { placeLink } from '../place-link.js'
import { request } from '../request.js'
import { followTyped } from '../typed.js'

/**
 * @import { CodeDelivery } from '@x/cognito-core'
 * @import { PasswordPolicy } from '../password-policy.js'
 * @import { View } from './show-view.js'
 */

/**
 * @typedef {{ status?: string, delivery?: CodeDelivery } | undefined} UntrustedSignUpAnswer
 */

/**
 * For pools in which people sign in with their e-mail address.
 *
 * @param {object} options
 * @param {boolean} options.hasPassword
 * @param {boolean} options.canDoWithout whether a code by e-mail is a way to sign in
 * @param {PasswordPolicy | undefined} options.policy
 * @param {AbortSignal} options.signal
 * @param {(answer: UntrustedSignUpAnswer, username: string) => void | Promise<void>} options.onAnswer
 * @returns {View}
 */
export const createSignUpView = (options) => {
  const { hasPassword, canDoWithout, policy, signal, onAnswer } = options
  const name = followTyped('name', createField(attributeField('name')))
  const email = followTyped('username', createField(attributeField('email')))
  const passwords = hasPassword
    ? [
        createField(
          newPasswordField({ name: 'password', label: 'Password', policy, isFirst: true }),
        ),
      ]
    : []
  const fields = [name, email, ...passwords]
  const form = createForm({
    fields,
    submitLabel: 'Create account',
    busyLabel: 'Creating…',
    submit: async ({ name: called, ...rest }) => {
      const body = { ...rest, attributes: { name: called } }
      const answer = await request('POST', '/auth/sign-up', { body, signal })
      if (!answer.ok) return answer.problem
      await onAnswer(/** @type {UntrustedSignUpAnswer} */ (answer.body), email.value())
      return undefined
    },
  })
  const { title, other } = pages[hasPassword ? 'with' : 'without']
  const empty = fields.find(({ input }) => input.value === '')
  return {
    title,
    nodes: [
      element('h1', {}, title),
      ...(hasPassword
        ? []
        : [element('p', { class: 'intro' }, 'A code by e-mail is all that you sign in with.')]),
      form,
      element(
        'p',
        { class: 'aside' },
        'Have an account already? ',
        placeLink('', 'Sign in'),
        ...(canDoWithout ? [' ', other()] : []),
      ),
    ],
    focus: (empty ?? email).input,
  }
}

const pages = {
  with: {
    title: 'Create an account',
    other: () => placeLink('sign-up-without-password', 'Sign up without a password'),
  },
  without: {
    title: 'Create an account without a password',
    other: () => placeLink('sign-up', 'Sign up with a password'),
  },
}
