import { element } from '../element.js'
import { explainProblem } from '../explain-problem.js'

/**
 * @import { Problem } from '../request.js'
 * @import { View } from './show-view.js'
 */

/**
 * Nothing is lost, and nothing can be shown either: the user may ask again.
 *
 * @param {{ title?: string, problem: Problem, onRetry: () => void }} options
 * @returns {View}
 */
export const createTroubleView = ({ title = 'Not available right now', problem, onRetry }) => {
  const retry = element('button', { type: 'button', class: 'primary', click: onRetry }, 'Try again')
  const text = element('p', { class: 'intro', role: 'alert' }, explainProblem(problem).text)
  return { title, nodes: [element('h1', {}, title), text, retry], focus: retry }
}
