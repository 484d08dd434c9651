import { untrustedPlace } from './address.js'
import { forgetNewDevice, keepNewDevice } from './new-device.js'
import { forgetPending, isShowable, keepPending, loadPending } from './pending-challenge.js'
import { forgetPendingCode, keepPendingCode } from './pending-code.js'
import { returnPlace } from './return-to.js'
import { rowOf } from './row-of.js'
import { isAnybodySignedIn } from './service.js'
import { nextTurn } from './turn.js'
import { forgetTyped } from './typed.js'

/**
 * @import { Place } from './address.js'
 * @import { UntrustedSignInAnswer } from './request.js'
 * @import { Arrival, Steps } from './steps.js'
 *
 * @typedef {Pick<Steps, 'onSignInAnswer' | 'onAttemptOver' | 'onSignInAgain' | 'startOver'>} SignInSteps
 */

/** Who was asked in the middle of something goes on with it. @param {NonNullable<UntrustedSignInAnswer>} answer */
const noticeOf = ({ returnTo }) =>
  returnTo === undefined ? undefined : 'Thank you. Now try that again.'

/**
 * What follows an answer to a sign-in, and what the end of one.
 *
 * @param {object} page
 * @param {(arrival: Arrival) => Promise<void>} page.show
 * @param {Steps['go']} page.go
 * @param {Steps['goInstead']} page.goInstead
 * @param {Steps['onUnknownAnswer']} page.onUnknownAnswer
 * @param {(untrustedPlace: string) => untrustedPlace is Place} page.isForMembers
 * @param {() => void} page.onSession it is there from now on
 * @param {() => Promise<void>} page.endSession
 * @returns {SignInSteps}
 */
export const createSignInSteps = (page) => {
  const { show, go, goInstead, onUnknownAnswer, isForMembers, onSession, endSession } = page

  /** Where this attempt began. @returns {Place} */
  const origin = () => {
    const place = untrustedPlace()
    if (place === 'challenge') return loadPending()?.from ?? ''
    return isForMembers(place) || place === 'another-way' ? place : ''
  }

  /**
   * @param {NonNullable<UntrustedSignInAnswer>} answer
   * @param {Arrival} arrival
   */
  const onSignedIn = ({ device, returnTo }, arrival) => {
    const next = returnTo === undefined ? origin() : returnPlace(returnTo)
    onSession()
    forgetPending()
    forgetTyped()
    if (device?.needsConsent) keepNewDevice(device.key)
    // Somebody else's, who was here before.
    else if (returnTo === undefined) forgetNewDevice()
    if (!isForMembers(untrustedPlace())) forgetPendingCode()
    const goOn = next !== 'reauthenticate' && isForMembers(next) ? next : ''
    return goOn === untrustedPlace() ? show(arrival) : goInstead(goOn, arrival)
  }

  /** One row per status. */
  /** @type {Readonly<Record<string, (answer: NonNullable<UntrustedSignInAnswer>, arrival: Arrival & { username: string }) => void | Promise<void>>>} */
  const afterSignIn = {
    'signed-in': (answer, { notice = noticeOf(answer) }) => onSignedIn(answer, { notice }),
    challenge: ({ challenge }, { username, notice }) => {
      if (!isShowable(challenge)) return onUnknownAnswer()
      const from = origin()
      keepPending({ challenge, username, from })
      if (untrustedPlace() === 'challenge') return show({ notice })
      // The page that asked who somebody is has no more to say, once it is answered.
      return (from === 'reauthenticate' ? goInstead : go)('challenge', { notice })
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

  return {
    onSignInAnswer: (answer, arrival) => {
      const next = answer && rowOf(afterSignIn, answer.status ?? '')
      return next ? next(answer, arrival) : onUnknownAnswer()
    },

    onAttemptOver: async (arrival) => {
      const from = origin()
      forgetPending()
      // Another tab may have gone on with it.
      const isOver = from === 'reauthenticate' || !(await isAnybodySignedIn(nextTurn()))
      if (isOver) return goInstead(from, arrival)
      return onSignedIn({}, { notice: 'You are signed in already.' })
    },

    // The attempt lives on: whoever finds the first code after all goes back to it.
    onSignInAgain: (arrival) => {
      const from = origin()
      return go(from === 'another-way' ? '' : from, arrival)
    },

    startOver: async (arrival) => {
      const from = origin()
      forgetPending()
      if (from !== 'reauthenticate') await endSession()
      return goInstead(from, arrival)
    },
  }
}
