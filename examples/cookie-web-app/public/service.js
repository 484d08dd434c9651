import { request } from './request.js'
import { rowOf } from './row-of.js'
import { waysToSignIn } from './ways-to-sign-in.js'

/**
 * @import { Problem } from './request.js'
 * @import { DemoAccount } from './views/demo-accounts.js'
 * @import { Way } from './ways-to-sign-in.js'
 *
 * @typedef {object} Service what it tells of itself
 * @property {readonly string[]} customAttributes that may be filled in, as Cognito spells them
 * @property {readonly Way[]} ways to sign in besides the password
 * @property {boolean} tracksSessions whether it says where its users are signed in
 * @property {{ inbox: string, accounts: readonly DemoAccount[] }} [demo] absent on real Cognito
 *
 * @typedef {{ user?: object, inbox?: string, customAttributes?: string[], ways?: string[], tracksSessions?: boolean }} SessionAnswer
 */

/**
 * What service this is, and whether somebody is signed in.
 *
 * @param {AbortSignal} signal
 * @returns {Promise<{ service: Service, isSignedIn: boolean } | { problem: Problem }>}
 */
export const askService = async (signal) => {
  const session = await request('GET', '/api/session', { signal })
  if (!session.ok && session.problem.status !== 401) return { problem: session.problem }
  const answer = /** @type {SessionAnswer} */ (session.ok ? session.body : {})
  const { user, inbox, customAttributes = [], ways: untrustedWays = [] } = answer
  const { tracksSessions = false } = answer
  const demo = inbox && (await demoIn(inbox, signal))
  const ways = untrustedWays.filter(isWay)
  return {
    service: { customAttributes, ways, tracksSessions, ...(demo && { demo }) },
    isSignedIn: Boolean(user),
  }
}

/** @param {AbortSignal} signal */
export const isAnybodySignedIn = async (signal) => {
  const session = await request('GET', '/api/session', { signal })
  return session.ok && Boolean(/** @type {SessionAnswer} */ (session.body).user)
}

/**
 * A newer service may know more of them.
 *
 * @param {string} untrusted
 * @returns {untrusted is Way}
 */
const isWay = (untrusted) => rowOf(waysToSignIn, untrusted) !== undefined

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
