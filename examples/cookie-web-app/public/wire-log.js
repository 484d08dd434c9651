import { element } from './element.js'
import { exchanges } from './request.js'

/** @import { Exchange } from './request.js' */

/** A panel that shows what the page asked of the service, and how that went. Never what was typed. */
export const createWireLog = () => {
  const list = element('ol', { tabindex: 0, 'aria-labelledby': 'wire-title' })
  exchanges.addEventListener('exchange', (event) => {
    const { detail } = /** @type {CustomEvent<Exchange>} */ (event)
    list.append(entryOf(detail))
    list.scrollTop = list.scrollHeight
  })
  return element(
    'section',
    { class: 'panel wire' },
    element('h2', { id: 'wire-title' }, 'What this page sends'),
    element(
      'p',
      {},
      'The tokens stay sealed in an http-only cookie. No script can read them, this one included.',
    ),
    list,
  )
}

/** @param {Exchange} exchange */
const entryOf = ({ method, path, durationMs, answer }) => {
  const status = answer.ok ? answer.status : answer.problem.status
  return element(
    'li',
    {},
    element(
      'span',
      { class: `status ${answer.ok ? 'good' : 'bad'}` },
      status ? String(status) : '–––',
    ),
    element('span', { class: 'route-name' }, `${method} ${path}`),
    element('span', { class: 'outcome' }, outcomeOf(answer)),
    element('span', { class: 'duration' }, `${Math.round(durationMs)} ms`),
  )
}

/** @param {Exchange['answer']} answer */
const outcomeOf = (answer) => {
  if (!answer.ok) return answer.problem.code
  const { status, challenge } = answer.body ?? {}
  return challenge ? `${status}: ${challenge.kind}` : (status ?? '')
}
