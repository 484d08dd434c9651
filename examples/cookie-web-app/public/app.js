import { createDemoPanel } from './demo-panel.js'
import { forgetPending, keepPending, loadPending } from './pending-challenge.js'
import { request } from './request.js'
import { createChallengeView } from './views/challenge-view.js'
import { createProfileView } from './views/profile-view.js'
import { showView } from './views/show-view.js'
import { createSignInView } from './views/sign-in-view.js'
import { createTroubleView } from './views/trouble-view.js'
import { createWireLog } from './wire-log.js'

/** @import { PendingChallenge } from './pending-challenge.js' */

const beside = /** @type {HTMLElement} */ (document.getElementById('beside'))

/** @type {string | undefined} */
let inbox

/** @type {(account: { username: string, password: string }) => void} */
let signInAs = () => {}

/** @param {{ username?: string, notice?: string }} [options] */
const showSignIn = (options = {}) => {
  forgetPending()
  const view = createSignInView({ ...options, onAnswer })
  signInAs = view.fill
  showView(view)
}

/** @param {PendingChallenge} pending */
const showChallenge = (pending) => {
  keepPending(pending)
  const onStartOver = (notice = '') => showSignIn({ username: pending.username, notice })
  showView(createChallengeView({ pending, inbox, onAnswer, onStartOver }))
}

const showProfile = async () => {
  forgetPending()
  const me = await request('GET', '/auth/me')
  if (me.ok) {
    return showView(
      createProfileView({ me: me.body, onSignedOut: (notice) => showSignIn({ notice }) }),
    )
  }
  const { problem } = me
  if (problem.status === 401)
    return showSignIn({ notice: 'Your session has ended. Sign in again.' })
  showView(createTroubleView({ problem, onRetry: showProfile }))
}

/** What follows each answer of the service. */
/** @type {Readonly<Record<string, (answer: any, username: string) => void>>} */
const nextView = {
  'signed-in': () => showProfile(),
  challenge: ({ challenge }, username) => showChallenge({ challenge, username }),
  'confirm-sign-up': (_, username) =>
    showSignIn({ username, notice: 'This account is not confirmed yet. Confirm it first.' }),
  'reset-password': (_, username) =>
    showSignIn({ username, notice: 'The password of this account must be reset first.' }),
}

/**
 * @param {{ status: string }} answer
 * @param {string} username as typed
 */
const onAnswer = (answer, username) => nextView[answer.status]?.(answer, username)

const start = async () => {
  const session = await request('GET', '/api/session')
  if (!session.ok && session.problem.status !== 401) {
    return showView(createTroubleView({ problem: session.problem, onRetry: start }))
  }
  const { user, inbox: givenInbox } = session.ok ? session.body : {}
  inbox = givenInbox
  if (inbox)
    beside.prepend(await createDemoPanel({ inbox, onPick: (account) => signInAs(account) }))
  const pending = loadPending()
  if (user) await showProfile()
  else if (pending) showChallenge(pending)
  else showSignIn()
}

// A page restored by the back button may show what is no longer so.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})

beside.append(createWireLog())
await start()
beside.hidden = false
