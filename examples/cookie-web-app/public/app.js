import { addressOf, untrustedPlace } from './address.js'
import { createMemberPlaces } from './member-places.js'
import { forgetNewDevice } from './new-device.js'
import { createOperatorPlaces } from './operator-places.js'
import { forgetPending, loadPending } from './pending-challenge.js'
import { forgetPendingCode, loadPendingCode } from './pending-code.js'
import { request } from './request.js'
import { comingFrom } from './return-to.js'
import { rowOf } from './row-of.js'
import { createSecurityPlaces } from './security-places.js'
import { askService } from './service.js'
import { createSignInSteps } from './sign-in-steps.js'
import { nextTurn } from './turn.js'
import { showView } from './views/show-view.js'
import { createTroubleView } from './views/trouble-view.js'
import { createVisitorPlaces } from './visitor-places.js'
import { createWireLog } from './wire-log.js'

/**
 * @import { Place } from './address.js'
 * @import { Me } from './me.js'
 * @import { Service } from './service.js'
 * @import { Arrival, Steps } from './steps.js'
 * @import { MemberPlace } from './member-places.js'
 * @import { ShownView } from './visitor-places.js'
 */

/** @type {Service} */
let service = { customAttributes: [], ways: [], tracksSessions: false }

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
    if (isSignedIn && !isAwaited(place)) return goInstead('')
    return present(await open(visit))
  }
  if (guarded)
    return present(await visitorPlaces['']({ ...visit, notice: visit.notice ?? 'Sign in first.' }))
  return goInstead('')
}

/**
 * What is no place of members is theirs too while a code is on its way, whoever has signed in
 * meanwhile in another tab, and while they prove once more who they are.
 *
 * @param {string} place
 */
const isAwaited = (place) =>
  loadPendingCode(place) !== undefined ||
  (place === 'challenge' && loadPending()?.from === 'reauthenticate')

/**
 * @param {MemberPlace} place
 * @param {Arrival & { signal: AbortSignal }} visit
 */
const showGuarded = async (place, visit) => {
  const me = await request('GET', '/auth/me', { signal: visit.signal })
  if (me.ok) return present(await place({ ...visit, me: /** @type {Me} */ (me.body) }))
  if (me.problem.status === 401) return onTurnedAway('', me.problem)
  showView(createTroubleView({ problem: me.problem, onRetry: () => show(visit) }))
}

/** @param {Awaited<ShownView>} view */
const present = (view) => view && showView(view)

/** @type {Steps['go']} */
const go = (place, arrival) => {
  history.pushState(comingFrom(), '', addressOf(place))
  return show(arrival)
}

/** @type {Steps['goInstead']} */
const goInstead = (place, arrival) => {
  history.replaceState(history.state, '', addressOf(place))
  return show(arrival)
}

/**
 * @param {string} place
 * @returns {place is Place}
 */
const isForMembers = (place) => rowOf(memberPlaces, place) !== undefined

/** Whatever there is of a session or a challenge goes, even if an answer under way has just brought it. */
const endSession = async () => {
  const signal = nextTurn()
  forgetPending()
  forgetNewDevice()
  await request('POST', '/auth/sign-out', { signal })
  isSignedIn = false
}

/** @type {Steps['onSessionEnded']} */
const onSessionEnded = (arrival) => {
  isSignedIn = false
  forgetPending()
  forgetNewDevice()
  forgetPendingCode()
  return goInstead('', arrival)
}

/** @type {Steps['onTurnedAway']} */
const onTurnedAway = async (_, { code }) => {
  if (code === 'TOKEN_TOO_OLD') return go('reauthenticate')
  // Ended elsewhere, or too old: its cookie is of no more use.
  await endSession()
  const arrival = { notice: 'Your session has ended. Sign in again.' }
  // A place of members is stayed at: who signs in again goes on there.
  return isForMembers(untrustedPlace()) ? show(arrival) : goInstead('', arrival)
}

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

/** @type {Steps} */
const steps = {
  service: () => service,
  go,
  goInstead,
  onUnknownAnswer,
  onSessionEnded,
  onTurnedAway,
  ...createSignInSteps({
    show,
    go,
    goInstead,
    onUnknownAnswer,
    isForMembers,
    onSession: () => {
      isSignedIn = true
    },
    endSession,
  }),
}
const visitorPlaces = createVisitorPlaces(steps)
const memberPlaces = {
  ...createMemberPlaces(steps),
  ...createSecurityPlaces(steps),
  ...createOperatorPlaces(steps),
}

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
