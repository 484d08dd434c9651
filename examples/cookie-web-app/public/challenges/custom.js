import { element } from '../element.js'

/** @import { ChallengeComponent } from './challenge-component.js' */

/**
 * What the pool's own trigger asks. The parameters are what that trigger calls them: here it tells
 * a `question`, and a `remark` on the answer before.
 *
 * @type {ChallengeComponent<'custom'>}
 */
export const custom = {
  title: 'A question for you',
  intro: ({ parameters: { remark } }) => remark ?? 'Whoever runs this service wants to know:',
  content: ({ parameters: { question } }) =>
    question ? [element('p', { class: 'question', id: 'question' }, question)] : [],
  fields: ({ parameters: { question } }) => [
    {
      name: 'answer',
      label: 'Your answer',
      type: 'username',
      ...(question && { describedBy: 'question' }),
    },
  ],
  answer: ({ answer = '' }) => ({ answer: { answer } }),
  isComplete: ({ parameters }) => typeof parameters === 'object' && parameters !== null,
}
