import { element } from '../element.js'

/**
 * @typedef {{ name: string, username: string, password?: string, next: string }} DemoAccount
 */

/**
 * The accounts of the in-process pool, a press away. Only the demo has these.
 *
 * @param {object} options
 * @param {string} options.inbox where the demo's messages are read
 * @param {readonly DemoAccount[]} options.accounts
 * @param {(account: DemoAccount) => void} options.onPick
 */
export const createDemoAccounts = ({ inbox, accounts, onPick }) =>
  element(
    'section',
    { class: 'demo', 'aria-labelledby': 'demo-title' },
    element('h2', { id: 'demo-title' }, 'Or sign in as'),
    element(
      'ul',
      { class: 'accounts' },
      ...accounts.map((account) =>
        element(
          'li',
          {},
          element(
            'button',
            { type: 'button', class: 'choice', click: () => onPick(account) },
            element('strong', {}, account.name),
            ' ',
            element('span', {}, account.next),
          ),
        ),
      ),
    ),
    element('a', { href: inbox, target: '_blank', class: 'link' }, 'Open the demo inbox'),
  )
