import { element } from './element.js'
import { passwordRules } from './password-rules.js'

/**
 * @import { PasswordPolicy } from './password-policy.js'
 *
 * @typedef {object} Checklist
 * @property {HTMLElement} node
 * @property {(password: string) => void} check
 */

/**
 * The rules of the pool, each ticked as soon as it is met. What is still missing is also said, for
 * those who do not see the marks, once the typing pauses.
 *
 * @param {object} options
 * @param {string} options.id
 * @param {PasswordPolicy} options.policy
 * @param {boolean} [options.isFirst] of a new account, which has no passwords of before
 * @returns {Checklist}
 */
export const createPasswordChecklist = ({ id, policy, isFirst = false }) => {
  const rules = passwordRules(policy).map((rule) => {
    const state = element('span', { class: 'unseen' })
    return { ...rule, state, item: element('li', {}, rule.text, state) }
  })
  const missing = element('p', { class: 'unseen', role: 'status' })

  /** @param {string} password */
  const mark = (password) => {
    for (const { item, state, isMet } of rules) {
      const now = isMet(password)
      item.classList.toggle('met', now)
      state.textContent = now ? ', done' : ''
    }
  }
  mark('')

  return {
    node: element(
      'div',
      { class: 'rules' },
      element('ul', { id, 'aria-label': 'The password needs' }, ...rules.map(({ item }) => item)),
      ...(isFirst || policy.historySize === 0
        ? []
        : [element('p', {}, `None of your last ${policy.historySize} passwords.`)]),
      missing,
    ),
    check: (password) => {
      mark(password)
      const left = rules.filter(({ isMet }) => !isMet(password)).map(({ text }) => text)
      const told = left.length === 0 ? 'All rules are met.' : `Still missing: ${left.join('; ')}.`
      if (missing.textContent !== told) missing.textContent = told
    },
  }
}
