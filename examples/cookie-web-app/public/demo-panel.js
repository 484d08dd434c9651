import { element } from './element.js'

/**
 * @typedef {{ name: string, username: string, password: string, next: string }} DemoAccount
 */

/**
 * The accounts of the in-process pool, a press away. Only the demo has this.
 *
 * @param {object} options
 * @param {string} options.inbox where the demo's messages are read
 * @param {(account: DemoAccount) => void} options.onPick
 */
export const createDemoPanel = async ({ inbox, onPick }) => {
  const response = await fetch(`${inbox}/state`)
  /** @type {{ accounts: DemoAccount[] }} */
  const { accounts } = response.ok ? await response.json() : { accounts: [] }
  return element(
    'section',
    { class: 'panel', 'aria-labelledby': 'demo-title' },
    element('h2', { id: 'demo-title' }, 'Sign in as'),
    element(
      'ul',
      { class: 'accounts' },
      ...accounts.map((account) =>
        element(
          'li',
          {},
          element(
            'button',
            { type: 'button', class: 'account', click: () => onPick(account) },
            element('strong', {}, account.name),
            ' ',
            element('span', {}, account.next),
          ),
        ),
      ),
    ),
    element('a', { href: inbox, target: '_blank', class: 'link' }, 'Open the demo inbox'),
  )
}
