/**
 * @import { Place } from './address.js'
 * @import { Problem, UntrustedSignInAnswer } from './request.js'
 * @import { Service } from './service.js'
 *
 * @typedef {{ username?: string | undefined, notice?: string | undefined }} Arrival what a place is told by the one before it
 *
 * @typedef {object} Steps where a place may lead
 * @property {() => Service} service
 * @property {(place: Place, arrival?: Arrival) => Promise<void>} go
 * @property {(place: Place, arrival?: Arrival) => Promise<void>} goInstead the back button passes by the place that is left
 * @property {(answer: UntrustedSignInAnswer, arrival: Arrival & { username: string }) => void | Promise<void>} onSignInAnswer
 * @property {() => void} onUnknownAnswer
 * @property {(arrival: Arrival & { username: string }) => Promise<void>} onAttemptOver it cannot be gone on with
 * @property {(arrival: Arrival & { username: string }) => Promise<void>} onSignInAgain only the user can begin anew
 * @property {(arrival: Arrival & { username: string }) => Promise<void>} startOver the attempt is given up
 * @property {(arrival: Arrival) => Promise<void>} onSessionEnded by the service already
 * @property {(reason: string, problem: Problem) => Promise<void>} onTurnedAway the session has ended elsewhere, is too old, or does not do for what was asked
 */

export {}
