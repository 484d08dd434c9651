import { mfaWords } from '../mfa-words.js'
import { choicesOf } from './choices-of.js'

/** @import { ChallengeComponent } from './challenge-component.js' */

const choices = choicesOf(mfaWords)

/** @type {ChallengeComponent<'mfa-setup-choice'>} */
export const mfaSetupChoice = {
  title: 'Set up a second step',
  intro: () => 'Nobody signs in here with a password alone. What else shall you be asked for?',
  choices: ({ methods }) => choices.among(methods, (method) => ({ method })),
  isComplete: ({ methods }) => choices.areThere(methods),
}
