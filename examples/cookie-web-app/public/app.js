import { forgetPending, keepPending, loadPending } from './pending-challenge.js'
import { request } from './request.js'
import { createChallengeView } from './views/challenge-view.js'
import { createProfileView } from './views/profile-view.js'
import { showView } from './views/show-view.js'
import { createSignInView } from './views/sign-in-view.js'
import { createTroubleView } from './views/trouble-view.js'
import { createWireLog } from './wire-log.js'

/**
 * @import { PendingChallenge } from './pending-challenge.js'
 * @import { DemoAccount } from './views/demo-accounts.js'
 */

/** @type {{ inbox: string, accounts: readonly DemoAccount[] } | undefined} */
let demo

/** @param {{ username?: string, notice?: string }} [options] */
const showSignIn = (options = {}) => {
  forgetPending()
  showView(createSignInView({ ...options, ...(demo && { demo }), onAnswer }))
}

/** @param {PendingChallenge} pending */
const showChallenge = (pending) => {
  keepPending(pending)
  const onStartOver = (notice = '') => showSignIn({ username: pending.username, notice })
  showView(createChallengeView({ pending, inbox: demo?.inbox, onAnswer, onStartOver }))
}

const showProfile = async () => {
  forgetPending()
  const me = await request('GET', '/auth/me')
  if (me.ok) return showView(createProfileView({ me: me.body, onSignedOut, onSessionOver }))
  if (me.problem.status === 401) return onSessionOver()
  showView(createTroubleView({ problem: me.problem, onRetry: showProfile }))
}

/** @param {string} notice */
const onSignedOut = (notice) => showSignIn({ notice })

/** Ended elsewhere, or too old: its cookie is of no more use. */
const onSessionOver = async () => {
  await request('POST', '/auth/sign-out')
  showSignIn({ notice: 'Your session has ended. Sign in again.' })
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
  const { user, inbox } = session.ok ? session.body : {}
  demo = inbox && { inbox, accounts: await accountsIn(inbox) }
  const pending = loadPending()
  if (user) await showProfile()
  else if (pending) showChallenge(pending)
  else showSignIn()
}

/**
 * @param {string} inbox
 * @returns {Promise<readonly DemoAccount[]>}
 */
const accountsIn = async (inbox) => {
  const state = await request('GET', `${inbox}/state`)
  return state.ok ? state.body.accounts : []
}

// A page restored by the back button may show what is no longer so.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})

const wireLog = createWireLog()
await start()
document.getElementById('wire')?.append(...wireLog)
