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
 * @param {PasswordPolicy | undefined} options.policy
 * @param {AbortSignal} options.signal
 * @param {(answer: UntrustedSignUpAnswer, username: string) => void | Promise<void>} options.onAnswer
 * @returns {View}
 */
export const createSignUpView = ({ policy, signal, onAnswer }) => {
  const name = followTyped('name', createField(attributeField('name')))
  const email = followTyped('username', createField(attributeField('email')))
  const password = createField(
    newPasswordField({ name: 'password', label: 'Password', policy, isFirst: true }),
  )
  const form = createForm({
    fields: [name, email, password],
    submitLabel: 'Create account',
    busyLabel: 'Creating…',
    submit: async (values) => {
      const body = {
        email: values['email'],
        password: values['password'],
        attributes: { name: values['name'] },
      }
      const answer = await request('POST', '/auth/sign-up', { body, signal })
      if (!answer.ok) return answer.problem
      await onAnswer(/** @type {UntrustedSignUpAnswer} */ (answer.body), email.value())
      return undefined
    },
  })
  const title = 'Create an account'
  return {
    title,
    nodes: [
      element('h1', {}, title),
      form,
      element('p', { class: 'aside' }, 'Have an account already? ', placeLink('', 'Sign in')),
    ],
    focus:
      name.input.value === ''
        ? name.input
        : email.input.value === ''
          ? email.input
          : password.input,
  }
}
