import { request } from './request.js'

/**
 * @import { Problem } from './request.js'
 * @import { DemoAccount } from './views/demo-accounts.js'
 *
 * @typedef {object} Service what it tells of itself
 * @property {readonly string[]} customAttributes that may be filled in, as Cognito spells them
 * @property {{ inbox: string, accounts: readonly DemoAccount[] }} [demo] absent on real Cognito
 *
 * @typedef {{ user?: object, inbox?: string, customAttributes?: string[] }} SessionAnswer
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
  const { user, inbox, customAttributes = [] } = answer
  const demo = inbox && (await demoIn(inbox, signal))
  return { service: { customAttributes, ...(demo && { demo }) }, isSignedIn: Boolean(user) }
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
