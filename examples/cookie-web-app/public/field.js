import { element } from './element.js'
import { createPasswordChecklist } from './password-checklist.js'

/**
 * @import { PasswordPolicy } from './password-policy.js'
 *
 * @typedef {object} FieldOptions
 * @property {string} name
 * @property {string} label
 * @property {'text' | 'username' | 'password' | 'code' | 'email' | 'tel' | 'date'} [type] default 'text'
 * @property {string} [autocomplete] what password managers and phones may fill in
 * @property {string} [value]
 * @property {string} [hint]
 * @property {string} [describedBy] the id of what else is read with it
 * @property {boolean} [isOptional] may be left empty
 * @property {(value: string) => string} [check] what is wrong with it; an empty text where nothing is
 * @property {{ policy: PasswordPolicy, isFirst: boolean }} [rules] of a password that is chosen
 *
 * @typedef {object} Field
 * @property {string} name
 * @property {string} label
 * @property {HTMLElement} node
 * @property {HTMLInputElement} input
 * @property {() => string} value
 * @property {() => string} problem what is wrong with it, as far as the page can tell
 * @property {(error: string) => void} showError an empty text takes the error away
 */

/** @type {Readonly<Record<string, Record<string, string>>>} */
const attributesOfType = {
  code: { type: 'text', inputmode: 'numeric', class: 'code' },
  username: { type: 'text', autocapitalize: 'none', spellcheck: 'false' },
}

/** Phones put a space behind what they complete. @param {string} text */
const trimmed = (text) => text.trim()

/** @type {Readonly<Record<string, (text: string) => string>>} */
const valueOfType = {
  code: (text) => text.replaceAll(/\s/g, ''),
  password: (text) => text,
}

/**
 * A labelled input; its hint or error stands below it and is read with it.
 *
 * @param {FieldOptions} options
 * @returns {Field}
 */
export const createField = (options) => {
  const {
    name,
    label,
    type = 'text',
    hint = '',
    isOptional = false,
    describedBy,
    check,
    rules,
  } = options
  const id = `field-${name}`
  const message = element(
    'p',
    { id: `${id}-message`, class: 'message', 'aria-live': 'polite' },
    hint,
  )
  const checklist = rules && createPasswordChecklist({ id: `${id}-rules`, ...rules })
  const input = element('input', {
    id,
    name,
    autocomplete: options.autocomplete ?? 'off',
    'aria-describedby': [
      message.id,
      ...(describedBy ? [describedBy] : []),
      ...(checklist ? [`${id}-rules`] : []),
    ].join(' '),
    'aria-required': String(!isOptional),
    ...(attributesOfType[type] ?? { type }),
  })
  input.value = options.value ?? ''
  input.addEventListener('input', () => checklist?.check(input.value))
  const value = () => (valueOfType[type] ?? trimmed)(input.value)

  return {
    name,
    label,
    input,
    node: element(
      'div',
      { class: 'field' },
      element('label', { for: id }, label, ...(isOptional ? [' ', optionalMark()] : [])),
      type === 'password' ? revealable(input, label) : input,
      message,
      ...(checklist ? [checklist.node] : []),
    ),
    value,
    problem: () => {
      if (value() === '') return isOptional ? '' : 'Please fill this in.'
      return check?.(value()) ?? ''
    },
    showError: (error) => {
      message.textContent = error || hint
      message.classList.toggle('error', error !== '')
      if (error) input.setAttribute('aria-invalid', 'true')
      else input.removeAttribute('aria-invalid')
    },
  }
}

const optionalMark = () => element('span', { class: 'optional' }, '(optional)')

/**
 * @param {HTMLInputElement} input
 * @param {string} label
 */
const revealable = (input, label) => {
  const toggle = element('button', {
    type: 'button',
    class: 'reveal',
    'aria-controls': input.id,
    click: () => reveal(input.type === 'password'),
  })
  /** @param {boolean} visible */
  const reveal = (visible) => {
    input.type = visible ? 'text' : 'password'
    toggle.textContent = visible ? 'Hide' : 'Show'
    toggle.setAttribute('aria-label', `${toggle.textContent} ${label.toLowerCase()}`)
  }
  reveal(false)
  return element('div', { class: 'with-reveal' }, input, toggle)
}
