import { element } from '../element.js'
import { request } from '../request.js'

/** @import { Steps } from '../steps.js' */

const routes = [
  { path: '/api/greeting', guard: 'any signed-in user' },
  { path: '/api/vault', guard: 'a sign-in of the last minute' },
  { path: '/api/staff', guard: 'group staff' },
]

/**
 * Asks the service's own guarded routes, and shows what they answer.
 *
 * @param {{ signal: AbortSignal, onTurnedAway: Steps['onTurnedAway'] }} options
 */
export const createGuardTrial = ({ signal, onTurnedAway }) => {
  const output = element('output', { class: 'trial-output' }, 'The answer appears here.')

  /** @param {string} path */
  const ask = async (path) => {
    const answer = await request('GET', path, { signal })
    if (answer.ok) {
      output.textContent = `${answer.status} · ${/** @type {{ message: string }} */ (answer.body).message}`
      return
    }
    const { status, code, detail } = answer.problem
    if (status === 401) return onTurnedAway('', answer.problem)
    output.textContent =
      status === 0 ? 'The service cannot be reached.' : `${status} ${code} · ${detail}`
  }

  return element(
    'section',
    { class: 'trial', 'aria-labelledby': 'trial-title' },
    element('h2', { id: 'trial-title' }, 'Try the guards'),
    ...routes.map(({ path, guard }) =>
      element(
        'button',
        { type: 'button', class: 'choice', click: () => ask(path) },
        element('code', {}, `GET ${path}`),
        ' ',
        element('span', {}, guard),
      ),
    ),
    output,
  )
}
