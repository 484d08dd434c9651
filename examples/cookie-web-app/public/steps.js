/**
 * @import { Place } from './address.js'
 * @import { UntrustedSignInAnswer } from './request.js'
 * @import { Service } from './service.js'
 *
 * @typedef {{ username?: string, notice?: string }} Arrival what a place is told by the one before it
 *
 * @typedef {object} Steps where a place may lead
 * @property {() => Service} service
 * @property {(place: Place, arrival?: Arrival) => Promise<void>} go
 * @property {(place: Place, arrival?: Arrival) => Promise<void>} goInstead the back button passes by the place that is left
 * @property {(answer: UntrustedSignInAnswer, arrival: Arrival & { username: string }) => void | Promise<void>} onSignInAnswer
 * @property {() => void} onUnknownAnswer
 * @property {(arrival: Arrival) => Promise<void>} endSession
 * @property {(arrival: Arrival) => Promise<void>} onSessionEnded by the service already
 * @property {() => Promise<void>} onSessionOver ended elsewhere, or too old
 */

export {}
