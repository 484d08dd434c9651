import { element } from '../../element.js'
import { explainProblem } from '../../explain-problem.js'

/**
 * @import { Problem } from '../../request.js'
 * @import { Steps } from '../../steps.js'
 *
 * @typedef {object} SectionContext what each part of the security page is given
 * @property {AbortSignal} signal
 * @property {(notice: string) => void | Promise<void>} onDone
 * @property {Steps['onTurnedAway']} onTurnedAway
 */

/**
 * @param {string} title
 * @param {string} intro
 * @param {readonly Node[]} nodes
 */
export const createSection = (title, intro, nodes) => {
  const id = `${title.toLowerCase().replaceAll(' ', '-')}-title`
  return element(
    'section',
    { class: 'part', 'aria-labelledby': id },
    element('h2', { id }, title),
    element('p', { class: 'intro' }, intro),
    ...nodes,
  )
}

/** In place of what could not be had. @param {Problem} problem */
export const troubleIn = (problem) => [
  element('p', { class: 'trouble' }, explainProblem(problem).text),
]
