import { element } from './element.js'
import { explainProblem } from './explain-problem.js'

/**
 * @import { Field } from './field.js'
 * @import { Problem } from './request.js'
 */

/**
 * A form that says what is wrong where it is wrong, and keeps what was typed.
 *
 * @param {object} options
 * @param {readonly Field[]} options.fields
 * @param {string} options.submitLabel
 * @param {string} options.busyLabel
 * @param {(values: Record<string, string>) => Promise<Problem | undefined>} options.submit
 * @param {(reason: string) => void} [options.startOver] where an attempt that is lost goes
 * @param {'primary' | 'quiet'} [options.look] default 'primary'
 * @param {string} [options.notice] told before anything was sent
 * @param {readonly Node[]} [options.after] below the button
 */
export const createForm = ({
  fields,
  submitLabel,
  busyLabel,
  submit,
  startOver,
  look = 'primary',
  notice = '',
  after = [],
}) => {
  const alert = element('p', { class: 'alert notice', role: 'alert' }, notice)
  const button = element('button', { type: 'submit', class: look }, submitLabel)
  let busy = false

  /** @param {boolean} now */
  const setBusy = (now) => {
    busy = now
    button.textContent = now ? busyLabel : submitLabel
    // Not `disabled`: that would drop the focus.
    button.setAttribute('aria-disabled', String(now))
    form.ariaBusy = String(now)
  }

  /** @param {Problem} problem */
  const tell = (problem) => {
    const { text, field: name } = explainProblem(problem)
    if (problem.status === 401 && startOver) return startOver(text)
    const field = fields.find((candidate) => candidate.name === name)
    if (!field) {
      alert.classList.remove('notice')
      alert.textContent = text
      return
    }
    field.showError(text)
    field.input.focus()
    field.input.select()
  }

  const send = async () => {
    if (busy) return
    alert.textContent = ''
    const empty = fields.filter((field) => field.value() === '')
    for (const field of fields) field.showError(empty.includes(field) ? 'Please fill this in.' : '')
    if (empty[0]) return empty[0].input.focus()
    setBusy(true)
    const problem = await submit(Object.fromEntries(fields.map((f) => [f.name, f.value()])))
    setBusy(false)
    if (problem) tell(problem)
  }

  const form = element(
    'form',
    {
      novalidate: true,
      submit: (event) => {
        event.preventDefault()
        send()
      },
    },
    ...fields.map((field) => field.node),
    button,
    ...after,
    alert,
  )
  return form
}
