/**
 * @import { InboxMessage } from '@x/cognito-testing'
 *
 * @typedef {object} InboxState
 * @property {number} now Unix seconds
 * @property {InboxMessage[]} messages
 * @property {{ username: string, totpCode?: string }[]} accounts
 */

const pauseMs = 1000
const secondsPerTotpCode = 30

const messages = /** @type {HTMLElement} */ (document.getElementById('messages'))
const apps = /** @type {HTMLElement} */ (document.getElementById('apps'))
const none = /** @type {HTMLElement} */ (document.getElementById('none'))

/** One row per kind of message. */
/** @type {Readonly<Record<InboxMessage['purpose'], string>>} */
const purposes = {
  mfa: 'To sign in, after the password',
  'sign-in': 'To sign in',
  'sign-up': 'To confirm a new account',
  'forgot-password': 'To choose a new password',
  invitation: 'To sign in for the first time',
  'verify-attribute': 'To verify the address',
  'update-attribute': 'To verify the new address',
  welcome: 'Welcome',
}

/**
 * @param {string} title
 * @param {string} code
 * @param {string} about
 */
const entryOf = (title, code, about) => {
  const entry = document.createElement('li')
  const parts = [
    { tag: 'strong', text: title },
    { tag: 'code', text: code },
    { tag: 'span', text: about },
  ].map(({ tag, text }) => {
    const part = document.createElement(tag)
    part.textContent = text
    return [part, ' ']
  })
  entry.append(...parts.flat())
  return entry
}

/** @type {string | undefined} */
let firstCode

/** @param {InboxState} state */
const show = (state) => {
  // Another pool: the service was started anew.
  if (state.messages[0]?.code !== firstCode) messages.replaceChildren()
  firstCode = state.messages[0]?.code
  const unseen = state.messages.slice(messages.childElementCount)
  messages.prepend(
    ...unseen
      .map(({ to, purpose, code, at }) =>
        entryOf(purposes[purpose], code, `to ${to}, ${new Date(at * 1000).toLocaleTimeString()}`),
      )
      .reverse(),
  )
  none.hidden = state.messages.length > 0
  const remaining = secondsPerTotpCode - (state.now % secondsPerTotpCode)
  apps.replaceChildren(
    ...state.accounts.flatMap(({ username, totpCode }) =>
      totpCode ? [entryOf(username, totpCode, `for ${remaining} s more`)] : [],
    ),
  )
}

const follow = async () => {
  try {
    const response = document.hidden ? undefined : await fetch('/inbox/state')
    if (response?.ok) show(await response.json())
  } catch {
    // The service was stopped; it may come back.
  }
  setTimeout(follow, pauseMs)
}

follow()
