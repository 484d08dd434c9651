/**
 * @import { AnswerTo, ChallengeDetails, ChallengeKind } from '@x/cognito-core'
 * @import { FieldOptions } from '../field.js'
 * @import { PasswordPolicy } from '../password-policy.js'
 */

/**
 * How one kind of challenge is put to the user. Without `answer` the page has no form for it.
 *
 * @template {ChallengeKind} Kind
 * @typedef {object} ChallengeComponent
 * @property {string} title
 * @property {(details: ChallengeDetails[Kind]) => string} intro
 * @property {(details: ChallengeDetails[Kind], policy: PasswordPolicy | undefined) => FieldOptions[]} fields
 * @property {(values: Record<string, string>) => AnswerTo[Kind]} [answer]
 * @property {(untrustedChallenge: Record<string, unknown>) => boolean} [isComplete] whether it tells what is shown here
 * @property {boolean} [isMessage] whether the code comes in a message
 * @property {boolean} [isNewPassword] whether a password is chosen, by the rules of the pool
 */

export {}
