/**
 * @import { AnswerTo, ChallengeKind } from '@x/cognito-core'
 * @import { FieldOptions } from '../field.js'
 * @import { PasswordPolicy } from '../password-policy.js'
 * @import { ShownChallenge } from '../pending-challenge.js'
 * @import { Problem } from '../request.js'
 */

/**
 * How one kind of challenge is put to the user: with fields, or with choices. Without either `answer`
 * or `choices` the page has no form for it.
 *
 * @template {ChallengeKind} Kind
 * @typedef {object} ChallengeComponent
 * @property {string} title
 * @property {(details: ShownChallenge<Kind>) => string} intro
 * @property {(details: ShownChallenge<Kind>) => readonly Node[]} [content] what is to be seen, above the form
 * @property {(details: ShownChallenge<Kind>, policy: PasswordPolicy | undefined) => FieldOptions[]} [fields]
 * @property {string} [submitLabel] default 'Continue'
 * @property {(values: Record<string, string>, details: ShownChallenge<Kind>, signal: AbortSignal) => Answered<Kind> | Promise<Answered<Kind>>} [answer]
 * @property {(details: ShownChallenge<Kind>) => readonly ChallengeChoice<Kind>[]} [choices]
 * @property {(untrustedChallenge: Record<string, unknown>) => boolean} [isComplete] whether it tells what is shown here
 * @property {boolean} [hasCode] whether the demo's inbox shows the code
 * @property {boolean} [isMessage] whether the code comes in a message, which may be sent again
 * @property {boolean} [isNewPassword] whether a password is chosen, by the rules of the pool
 * @property {boolean} [startsItself] whether the browser asks, as soon as somebody has pressed something
 */

/**
 * @template {ChallengeKind} Kind
 * @typedef {{ answer: AnswerTo[Kind] } | { problem: Problem }} Answered
 */

/**
 * @template {ChallengeKind} Kind
 * @typedef {{ label: string, hint: string, answer: AnswerTo[Kind] }} ChallengeChoice
 */

export {}
