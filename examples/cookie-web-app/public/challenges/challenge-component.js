/**
 * @import { AnswerTo, ChallengeDetails, ChallengeKind } from '@x/cognito-core'
 * @import { FieldOptions } from '../field.js'
 */

/**
 * How one kind of challenge is put to the user. Without `answer` the page has no form for it.
 *
 * @template {ChallengeKind} Kind
 * @typedef {object} ChallengeComponent
 * @property {string} title
 * @property {(details: ChallengeDetails[Kind]) => string} intro
 * @property {(details: ChallengeDetails[Kind]) => FieldOptions[]} fields
 * @property {(values: Record<string, string>) => AnswerTo[Kind]} [answer]
 * @property {(untrustedChallenge: Record<string, unknown>) => boolean} [isComplete] whether it tells what is shown here
 * @property {boolean} [isMessage] whether the code comes in a message
 */

export {}
