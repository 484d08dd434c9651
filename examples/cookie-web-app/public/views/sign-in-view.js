import { element } from '../element.js'
import { createField } from '../field.js'
import { createForm } from '../form.js'
import { request } from '../request.js'

/** @import { View } from './show-view.js' */

/**
 * @param {object} options
 * @param {string} [options.username] typed before
 * @param {string} [options.notice] why the user is back here
 * @param {(signInAnswer: any, username: string) => void} options.onAnswer
 * @returns {View & { fill: (account: { username: string, password: string }) => void }}
 */
export const createSignInView = ({ username: typedBefore = '', notice = '', onAnswer }) => {
  const username = createField({
    name: 'username',
    label: 'E-mail or user name',
    autocomplete: 'username',
    value: typedBefore,
  })
  const password = createField({
    name: 'password',
    label: 'Password',
    type: 'password',
    autocomplete: 'current-password',
  })
  const form = createForm({
    fields: [username, password],
    submitLabel: 'Sign in',
    busyLabel: 'Signing in…',
    notice,
    submit: async (values) => {
      const answer = await request('POST', '/auth/sign-in', values)
      if (!answer.ok) return answer.problem
      onAnswer(answer.body, username.value())
      return undefined
    },
  })
  const title = 'Sign in'
  return {
    title,
    nodes: [element('h1', {}, title), form],
    focus: typedBefore === '' ? username.input : password.input,
    fill: (account) => {
      username.input.value = account.username
      password.input.value = account.password
      form.requestSubmit()
    },
  }
}
