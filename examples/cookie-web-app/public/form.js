import { attributeField } from './attribute-field.js'
import { element } from './element.js'
import { explainProblem } from './explain-problem.js'

/**
 * @import { FieldError } from './explain-problem.js'
 * @import { Field } from './field.js'
 * @import { Problem } from './request.js'
 */

/**
 * @typedef {object} Action
 * @property {string} label
 * @property {string} busyLabel
 * @property {() => Promise<Problem | undefined>} act
 * @property {string} [done] told where the form stays
 */

/**
 * A form that says what is wrong where it is wrong, and keeps what was typed.
 *
 * @param {object} options
 * @param {readonly Field[]} options.fields
 * @param {string} options.submitLabel
 * @param {string} options.busyLabel
 * @param {(values: Record<string, string>) => Promise<Problem | undefined>} options.submit
 * @param {Action} [options.second] what can be asked without the fields
 * @param {(reason: string) => void} [options.startOver] where an attempt that is lost goes
 * @param {'primary' | 'quiet' | 'danger'} [options.look] default 'primary'
 * @param {string} [options.notice] told before anything was sent
 * @param {(problem: Problem) => readonly Node[]} [options.waysOut] of a refusal
 * @param {readonly Node[]} [options.after] below the buttons
 */
export const createForm = ({
  fields,
  submitLabel,
  busyLabel,
  submit,
  second,
  startOver,
  look = 'primary',
  notice = '',
  waysOut = () => [],
  after = [],
}) => {
  const alert = element('p', { class: 'alert', role: 'alert' })

  /**
   * @param {string} text
   * @param {{ isError: boolean }} options
   */
  const say = (text, { isError }) => {
    alert.classList.toggle('notice', !isError)
    alert.textContent = text
  }
  say(notice, { isError: false })

  /** @param {ReadonlyMap<Field, string>} errors */
  const showErrors = (errors) => {
    for (const field of fields) field.showError(errors.get(field) ?? '')
    const first = fields.find((field) => errors.has(field))
    first?.input.focus()
    first?.input.select()
  }

  /** @param {Problem} problem */
  const tell = (problem) => {
    const { text, errors } = explainProblem(problem)
    const { placed, elsewhere } = place(errors, fields)
    if (placed.size === 0 && problem.status === 401 && startOver) return startOver(text)
    showErrors(placed)
    const isAll = placed.size === 0 && elsewhere.length < 2
    say(isAll ? text : elsewhere.join(' '), { isError: true })
    alert.append(...waysOut(problem))
  }

  /**
   * @param {Action} action
   * @param {HTMLButtonElement} button
   */
  const run = async ({ label, busyLabel, act, done = '' }, button) => {
    /** @param {boolean} busy */
    const setBusy = (busy) => {
      button.textContent = busy ? busyLabel : label
      // Not `disabled`: that would drop the focus.
      button.setAttribute('aria-disabled', String(busy))
      form.ariaBusy = String(busy)
    }
    if (form.ariaBusy === 'true') return
    say('', { isError: false })
    setBusy(true)
    const problem = await act()
    setBusy(false)
    if (problem) tell(problem)
    else say(done, { isError: false })
  }

  const send = () => {
    const wrong = new Map(fields.map((field) => [field, field.problem()]))
    for (const [field, problem] of wrong) if (problem === '') wrong.delete(field)
    showErrors(wrong)
    if (wrong.size > 0) return say('', { isError: false })
    const act = () => submit(Object.fromEntries(fields.map((f) => [f.name, f.value()])))
    return run({ label: submitLabel, busyLabel, act }, submitButton)
  }

  const submitButton = element('button', { type: 'submit', class: look }, submitLabel)
  const secondButton = element(
    'button',
    { type: 'button', class: 'quiet', click: () => second && run(second, secondButton) },
    second?.label ?? '',
  )
  const form = element(
    'form',
    {
      novalidate: true,
      submit: (event) => {
        event.preventDefault()
        if (form.ariaBusy !== 'true') send()
      },
    },
    ...fields.map((field) => field.node),
    submitButton,
    ...(second ? [secondButton] : []),
    ...after,
    alert,
  )
  return form
}

/**
 * Each error goes beside its field; what has none here is told by the name of its own.
 *
 * @param {readonly FieldError[]} errors
 * @param {readonly Field[]} fields
 */
const place = (errors, fields) => {
  /** @type {Map<Field, string>} */
  const placed = new Map()
  const elsewhere = []
  for (const { fields: names, text } of errors) {
    const field = fields.find(({ name }) => names.includes(name))
    const told = sentence(field?.label ?? attributeField(names[0] ?? '').label, text)
    if (field) placed.set(field, [placed.get(field), told].filter(Boolean).join(' '))
    else elsewhere.push(told)
  }
  return { placed, elsewhere }
}

/**
 * @param {string} label
 * @param {string} text which may be the rest of a sentence
 */
const sentence = (label, text) => (/^\p{Lu}/u.test(text) ? text : `${label} ${text}`)
