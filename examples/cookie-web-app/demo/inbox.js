/**
 * @typedef {object} InboxState
 * @property {number} now Unix seconds
 * @property {{ to: string, code: string, at: number }[]} messages
 * @property {{ username: string, totpCode?: string }[]} accounts
 */

const pauseMs = 1000
const secondsPerTotpCode = 30

const messages = /** @type {HTMLElement} */ (document.getElementById('messages'))
const apps = /** @type {HTMLElement} */ (document.getElementById('apps'))
const none = /** @type {HTMLElement} */ (document.getElementById('none'))

/**
 * @param {string} code
 * @param {string} about
 */
const entryOf = (code, about) => {
  const entry = document.createElement('li')
  const shown = document.createElement('code')
  shown.textContent = code
  const described = document.createElement('span')
  described.textContent = about
  entry.append(shown, ' ', described)
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
      .map(({ to, code, at }) =>
        entryOf(code, `to ${to}, ${new Date(at * 1000).toLocaleTimeString()}`),
      )
      .reverse(),
  )
  none.hidden = state.messages.length > 0
  const remaining = secondsPerTotpCode - (state.now % secondsPerTotpCode)
  apps.replaceChildren(
    ...state.accounts.flatMap(({ username, totpCode }) =>
      totpCode ? [entryOf(totpCode, `${username}, for ${remaining} s more`)] : [],
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
