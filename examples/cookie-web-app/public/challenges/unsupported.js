/** @import { ChallengeComponent } from './challenge-component.js' */

/** @type {ChallengeComponent<'unsupported'>} */
export const unsupported = {
  title: 'One more step, but not here',
  intro: () =>
    'This account asks for a step that this page does not offer. Nothing is wrong with your password. Ask whoever runs this service for another way to sign in.',
  fields: () => [],
}
