import { addressOf, untrustedPlace } from './address.js'
import { createMemberPlaces } from './member-places.js'
import { forgetPending, isShowable, keepPending, loadPending } from './pending-challenge.js'
import { forgetPendingCode, keepPendingCode, loadPendingCode } from './pending-code.js'
import { request } from './request.js'
import { rowOf } from './row-of.js'
import { askService } from './service.js'
import { nextTurn } from './turn.js'
import { forgetTyped } from './typed.js'
import { showView } from './views/show-view.js'
import { createTroubleView } from './views/trouble-view.js'
import { createVisitorPlaces } from './visitor-places.js'
import { createWireLog } from './wire-log.js'

/**
 * @import { Me } from './me.js'
 * @import { UntrustedSignInAnswer } from './request.js'
 * @import { Service } from './service.js'
 * @import { Arrival, Steps } from './steps.js'
 * @import { MemberPlace } from './member-places.js'
 * @import { ShownView } from './visitor-places.js'
 */

/** @type {Service} */
let service = { customAttributes: [] }

/** Whether somebody is signed in, as far as this page knows. */
let isSignedIn = false

/** Shows the place that the address names. @param {Arrival} [arrival] */
const show = async (arrival = {}) => {
  const visit = { ...arrival, signal: nextTurn() }
  const place = untrustedPlace()
  const open = rowOf(visitorPlaces, place)
  const guarded = rowOf(memberPlaces, place)
  if (isSignedIn && guarded) return showGuarded(guarded, visit)
  if (open) {
    // With a code on its way the place is kept, whoever has signed in meanwhile in another tab.
    if (isSignedIn && !loadPendingCode(place)) return goInstead('')
    return present(await open(visit))
  }
  if (guarded) return present(await visitorPlaces['']({ notice: 'Sign in first.', ...visit }))
  return goInstead('')
}

/**
 * @param {MemberPlace} place
 * @param {Arrival & { signal: AbortSignal }} visit
 */
const showGuarded = async (place, visit) => {
  const me = await request('GET', '/auth/me', { signal: visit.signal })
  if (me.ok) return present(await place({ ...visit, me: /** @type {Me} */ (me.body) }))
  if (me.problem.status === 401) return onSessionOver()
  showView(createTroubleView({ problem: me.problem, onRetry: () => show(visit) }))
}

/** @param {Awaited<ShownView>} view */
const present = (view) => view && showView(view)

/** @type {Steps['go']} */
const go = (place, arrival) => {
  history.pushState(null, '', addressOf(place))
  return show(arrival)
}

/** @type {Steps['goInstead']} */
const goInstead = (place, arrival) => {
  history.replaceState(null, '', addressOf(place))
  return show(arrival)
}

/**
 * A place for who is signed in is stayed at: who signs in again goes on there.
 *
 * @param {Arrival} arrival
 */
const stayOrGoHome = (arrival) =>
  rowOf(memberPlaces, untrustedPlace()) ? show(arrival) : goInstead('', arrival)

/** @param {Arrival} arrival */
const onSignedIn = (arrival) => {
  isSignedIn = true
  forgetPending()
  forgetTyped()
  if (!rowOf(memberPlaces, untrustedPlace())) forgetPendingCode()
  return stayOrGoHome(arrival)
}

/** @type {Steps['onSessionEnded']} */
const onSessionEnded = (arrival) => {
  isSignedIn = false
  forgetPendingCode()
  return goInstead('', arrival)
}

/**
 * Whatever there is of a session or a challenge goes, even if an answer under way has just brought it.
 *
 * @type {Steps['endSession']}
 */
const endSession = async (arrival) => {
  const signal = nextTurn()
  forgetPending()
  await request('POST', '/auth/sign-out', { signal })
  isSignedIn = false
  return stayOrGoHome(arrival)
}

/** Ended elsewhere, or too old: its cookie is of no more use. */
const onSessionOver = () => endSession({ notice: 'Your session has ended. Sign in again.' })

const onUnknownAnswer = () => {
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

/** What follows each answer to a sign-in. */
/** @type {Readonly<Record<string, (answer: NonNullable<UntrustedSignInAnswer>, arrival: Arrival & { username: string }) => void | Promise<void>>>} */
const afterSignIn = {
  'signed-in': (_, { notice }) => onSignedIn({ ...(notice !== undefined && { notice }) }),
  challenge: ({ challenge }, { username }) => {
    if (!isShowable(challenge)) return onUnknownAnswer()
    keepPending({ challenge, username })
    return untrustedPlace() === 'challenge' ? show() : go('challenge')
  },
  'confirm-sign-up': (_, { username }) => {
    keepPendingCode({ purpose: 'confirm', name: username })
    return go('confirm')
  },
  'reset-password': (_, { username }) => {
    keepPendingCode({ purpose: 'reset-password', name: username })
    return go('reset-password')
  },
}

/** @type {Steps['onSignInAnswer']} */
const onSignInAnswer = (answer, arrival) => {
  const next = answer && rowOf(afterSignIn, answer.status ?? '')
  return next ? next(answer, arrival) : onUnknownAnswer()
}

/** @type {Steps} */
const steps = {
  service: () => service,
  go,
  goInstead,
  onSignInAnswer,
  onUnknownAnswer,
  endSession,
  onSessionEnded,
  onSessionOver,
}
const visitorPlaces = createVisitorPlaces(steps)
const memberPlaces = createMemberPlaces(steps)

/** @returns {Promise<void>} */
const start = async () => {
  const answer = await askService(nextTurn())
  if ('problem' in answer) {
    return showView(createTroubleView({ problem: answer.problem, onRetry: start }))
  }
  service = answer.service
  isSignedIn = answer.isSignedIn
  const isAsked = loadPending() !== undefined && !isSignedIn
  return isAsked && untrustedPlace() === '' ? goInstead('challenge') : show()
}

// A page restored by the back button may show what is no longer so.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})

const wireLog = createWireLog()
await start()
addEventListener('hashchange', () => show())
document.getElementById('wire')?.append(...wireLog)
