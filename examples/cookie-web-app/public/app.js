import { forgetPending, isShowable, keepPending, loadPending } from './pending-challenge.js'
import { request } from './request.js'
import { nextTurn } from './turn.js'
import { createChallengeView } from './views/challenge-view.js'
import { createProfileView } from './views/profile-view.js'
import { showView } from './views/show-view.js'
import { createSignInView } from './views/sign-in-view.js'
import { createTroubleView } from './views/trouble-view.js'
import { createWireLog } from './wire-log.js'

/**
 * @import { PendingChallenge } from './pending-challenge.js'
 * @import { UntrustedSignInAnswer } from './request.js'
 * @import { DemoAccount } from './views/demo-accounts.js'
 * @import { Me } from './views/profile-view.js'
 */

/** @type {{ inbox: string, accounts: readonly DemoAccount[] } | undefined} */
let demo

/** @param {{ username?: string, notice?: string }} [options] */
const showSignIn = (options = {}) => {
  const signal = nextTurn()
  forgetPending()
  showView(createSignInView({ ...options, ...(demo && { demo }), signal, onAnswer }))
}

/** @param {PendingChallenge} pending */
const showChallenge = (pending) => {
  const signal = nextTurn()
  keepPending(pending)
  const { username } = pending
  showView(
    createChallengeView({
      pending,
      inbox: demo?.inbox,
      signal,
      onAnswer,
      onLost: (notice) => showSignIn({ username, notice }),
      onStartOver: () => endSession({ username }),
    }),
  )
}

const showProfile = async () => {
  const signal = nextTurn()
  forgetPending()
  const me = await request('GET', '/auth/me', { signal })
  if (me.ok) {
    const body = /** @type {Me} */ (me.body)
    return showView(createProfileView({ me: body, signal, onSignedOut, onSessionOver }))
  }
  if (me.problem.status === 401) return onSessionOver()
  showView(createTroubleView({ problem: me.problem, onRetry: showProfile }))
}

/**
 * Whatever there is of a session or a challenge goes, even if an answer under way has just brought it.
 *
 * @param {{ username?: string, notice?: string }} options to sign in again with
 */
const endSession = async (options) => {
  const signal = nextTurn()
  forgetPending()
  await request('POST', '/auth/sign-out', { signal })
  showSignIn(options)
}

/** @param {string} notice */
const onSignedOut = (notice) => showSignIn({ notice })

/** Ended elsewhere, or too old: its cookie is of no more use. */
const onSessionOver = () => endSession({ notice: 'Your session has ended. Sign in again.' })

const showUnknownAnswer = () => {
  nextTurn()
  const detail =
    'The service gave an answer that this page does not know. A newer version of the page may know it.'
  showView(
    createTroubleView({
      title: 'Something unexpected',
      problem: { status: 200, code: 'UNKNOWN', detail },
      onRetry: () => location.reload(),
    }),
  )
}

/** What follows each answer of the service. */
/** @type {Readonly<Record<string, (answer: NonNullable<UntrustedSignInAnswer>, username: string) => void | Promise<void>>>} */
const nextView = {
  'signed-in': () => showProfile(),
  challenge: ({ challenge }, username) =>
    isShowable(challenge) ? showChallenge({ challenge, username }) : showUnknownAnswer(),
  'confirm-sign-up': (_, username) =>
    showSignIn({ username, notice: 'This account is not confirmed yet. Confirm it first.' }),
  'reset-password': (_, username) =>
    showSignIn({ username, notice: 'The password of this account must be reset first.' }),
}

/**
 * @param {UntrustedSignInAnswer} answer
 * @param {string} username as typed
 */
const onAnswer = (answer, username) => {
  const { status = '' } = answer ?? {}
  const next = Object.hasOwn(nextView, status) ? nextView[status] : undefined
  return next && answer ? next(answer, username) : showUnknownAnswer()
}

const start = async () => {
  const signal = nextTurn()
  const session = await request('GET', '/api/session', { signal })
  if (!session.ok && session.problem.status !== 401) {
    return showView(createTroubleView({ problem: session.problem, onRetry: start }))
  }
  const { user, inbox } = /** @type {{ user?: object, inbox?: string }} */ (
    session.ok ? session.body : {}
  )
  demo = inbox ? await demoIn(inbox, signal) : undefined
  const pending = loadPending()
  if (user) await showProfile()
  else if (pending) showChallenge(pending)
  else showSignIn()
}

/**
 * The inbox answers nobody but the machine that it runs on.
 *
 * @param {string} inbox
 * @param {AbortSignal} signal
 */
const demoIn = async (inbox, signal) => {
  const state = await request('GET', `${inbox}/state`, { signal })
  if (!state.ok) return undefined
  const { accounts } = /** @type {{ accounts: DemoAccount[] }} */ (state.body)
  return { inbox, accounts }
}

// A page restored by the back button may show what is no longer so.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})

const wireLog = createWireLog()
await start()
document.getElementById('wire')?.append(...wireLog)
