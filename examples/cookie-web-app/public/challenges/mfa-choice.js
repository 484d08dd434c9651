import { mfaWords } from '../mfa-words.js'
import { choicesOf } from './choices-of.js'

/** @import { ChallengeComponent } from './challenge-component.js' */

const choices = choicesOf(mfaWords)

/** @type {ChallengeComponent<'mfa-choice'>} */
export const mfaChoice = {
  title: 'Choose the second step',
  intro: () => 'You have set up more than one. Which one shall it be this time?',
  choices: ({ methods }) => choices.among(methods, (method) => ({ method })),
  isComplete: ({ methods }) => choices.areThere(methods),
}
