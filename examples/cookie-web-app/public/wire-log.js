import { element } from './element.js'
import { exchanges } from './request.js'

/** @import { Exchange } from './request.js' */

/** Shows what the page asked of the service, and how that went. Never what was typed. */
export const createWireLog = () => {
  const list = element('ol', { tabindex: 0, 'aria-labelledby': 'wire-title' })
  const cookies = element('code', {}, visibleCookies())
  exchanges.addEventListener('exchange', (event) => {
    const { detail } = /** @type {CustomEvent<Exchange>} */ (event)
    list.append(entryOf(detail))
    list.scrollTop = list.scrollHeight
    cookies.textContent = visibleCookies()
  })
  return [
    element('h2', { id: 'wire-title' }, 'What this page sends'),
    element(
      'p',
      {},
      'The tokens stay sealed in an http-only cookie. What a script can read of it: ',
      cookies,
    ),
    list,
  ]
}

const visibleCookies = () => `document.cookie === ${JSON.stringify(document.cookie)}`

/** @param {Exchange} exchange */
const entryOf = ({ method, path, durationMs, answer }) => {
  const status = answer.ok ? answer.status : answer.problem.status
  return element(
    'li',
    { class: 'exchange' },
    element(
      'span',
      { class: `status ${answer.ok ? 'good' : 'bad'}` },
      status ? String(status) : '–––',
    ),
    element('span', { class: 'route-name' }, `${method} ${path}`),
    element('span', { class: 'duration' }, `${Math.round(durationMs)} ms`),
    element('span', { class: 'outcome' }, outcomeOf(answer)),
  )
}

/** @param {Exchange['answer']} answer */
const outcomeOf = (answer) => {
  if (!answer.ok) return answer.problem.code
  const { status, challenge } =
    /** @type {{ status?: string, challenge?: { kind: string } } | null | undefined} */ (
      answer.body
    ) ?? {}
  return status === 'challenge' ? `${status}: ${challenge?.kind}` : (status ?? '')
}
