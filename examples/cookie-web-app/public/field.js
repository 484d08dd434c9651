import { element } from './element.js'

/**
 * @typedef {object} FieldOptions
 * @property {string} name
 * @property {string} label
 * @property {'text' | 'username' | 'password' | 'code' | 'email' | 'tel' | 'date'} [type] default 'text'
 * @property {string} [autocomplete] what password managers and phones may fill in
 * @property {string} [value]
 * @property {string} [hint]
 *
 * @typedef {object} Field
 * @property {string} name
 * @property {HTMLElement} node
 * @property {HTMLInputElement} input
 * @property {() => string} value
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
export const createField = ({
  name,
  label,
  type = 'text',
  autocomplete,
  value = '',
  hint = '',
}) => {
  const id = `field-${name}`
  const message = element(
    'p',
    { id: `${id}-message`, class: 'message', 'aria-live': 'polite' },
    hint,
  )
  const input = element('input', {
    id,
    name,
    autocomplete: autocomplete ?? 'off',
    'aria-describedby': message.id,
    'aria-required': 'true',
    ...(attributesOfType[type] ?? { type }),
  })
  input.value = value

  return {
    name,
    input,
    node: element(
      'div',
      { class: 'field' },
      element('label', { for: id }, label),
      type === 'password' ? revealable(input) : input,
      message,
    ),
    value: () => (valueOfType[type] ?? trimmed)(input.value),
    showError: (error) => {
      message.textContent = error || hint
      message.classList.toggle('error', error !== '')
      if (error) input.setAttribute('aria-invalid', 'true')
      else input.removeAttribute('aria-invalid')
    },
  }
}

/** @param {HTMLInputElement} input */
const revealable = (input) => {
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
    toggle.setAttribute('aria-label', visible ? 'Hide password' : 'Show password')
  }
  reveal(false)
  return element('div', { class: 'with-reveal' }, input, toggle)
}
