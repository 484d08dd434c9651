import { factorWords } from '../factor-words.js'
import { choicesOf } from './choices-of.js'

/** @import { ChallengeComponent } from './challenge-component.js' */

const choices = choicesOf(factorWords)

/** @type {ChallengeComponent<'factor-choice'>} */
export const factorChoice = {
  title: 'How do you want to sign in?',
  intro: () => 'These are the ways that there are for you.',
  choices: ({ factors }) => choices.among(factors, (factor) => ({ factor })),
  isComplete: ({ factors }) => choices.areThere(factors),
}
