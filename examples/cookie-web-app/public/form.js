import { element } from './element.js'
import { explainProblem } from './explain-problem.js'
import { placeErrors } from './place-errors.js'

/**
 * @import { Field } from './field.js'
 * @import { Problem } from './request.js'
 */

/**
 * @typedef {object} Action
 * @property {string} label
 * @property {string} busyLabel
 * @property {() => Promise<Problem | undefined>} act
 * @property {string} [done] told where the form stays
 *
 * @typedef {object} Submit a button that sends what the fields hold
 * @property {string} submitLabel
 * @property {string} [hint] what stands beside the label
 * @property {string} [about] what the eye sees where the button stands, for those who do not
 * @property {string} busyLabel
 * @property {(values: Record<string, string>) => Promise<Problem | undefined>} submit
 * @property {'primary' | 'quiet' | 'danger' | 'choice'} [look] default 'primary'
 */

/**
 * A form that says what is wrong where it is wrong, and keeps what was typed.
 *
 * @typedef {object} FormOptions
 * @property {readonly Field[]} fields
 * @property {readonly Submit[]} [others] that send the same fields; Enter presses the form's own
 * @property {Action} [second] what can be asked without the fields
 * @property {(reason: string, problem: Problem) => void} [startOver] where an attempt that is lost goes
 * @property {string} [notice] told before anything was sent
 * @property {(problem: Problem) => readonly Node[]} [waysOut] of a refusal
 * @property {readonly Node[]} [after] below the buttons
 *
 * @param {FormOptions & Submit} options
 */
export const createForm = ({
  fields,
  others = [],
  second,
  startOver,
  notice = '',
  waysOut = () => [],
  after = [],
  ...own
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
    const { placed, elsewhere } = placeErrors(errors, fields)
    if (placed.size === 0 && problem.status === 401 && startOver) return startOver(text, problem)
    showErrors(placed)
    const isAll = placed.size === 0 && elsewhere.length < 2
    say(isAll ? text : elsewhere.join(' '), { isError: true })
    alert.append(...waysOut(problem))
  }

  /**
   * @param {Omit<Action, 'label'>} action
   * @param {HTMLButtonElement} button
   */
  const run = async ({ busyLabel, act, done = '' }, button) => {
    const label = Array.from(button.childNodes)
    /** @param {boolean} busy */
    const setBusy = (busy) => {
      button.replaceChildren(...(busy ? [busyLabel] : label))
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

  const ownButton = submitButton(own)
  /** @type {ReadonlyMap<HTMLButtonElement, Submit>} */
  const submits = new Map([[ownButton, own], ...others.map(withButton)])

  /** @param {HTMLButtonElement} button */
  const send = (button) => {
    const { busyLabel, submit } = submits.get(button) ?? own
    const wrong = new Map(fields.map((field) => [field, field.problem()]))
    for (const [field, problem] of wrong) if (problem === '') wrong.delete(field)
    showErrors(wrong)
    if (wrong.size > 0) return say('', { isError: false })
    const act = () => submit(Object.fromEntries(fields.map((f) => [f.name, f.value()])))
    return run({ busyLabel, act }, button)
  }

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
        if (form.ariaBusy === 'true') return
        const { submitter } = /** @type {SubmitEvent} */ (event)
        // A script that sends the form presses none.
        send(/** @type {HTMLButtonElement | null} */ (submitter) ?? ownButton)
      },
    },
    ...fields.map((field) => field.node),
    ...submits.keys(),
    ...(second ? [secondButton] : []),
    ...after,
    alert,
  )
  return form
}

/** @param {Submit} submit */
const submitButton = ({ submitLabel, hint, about, look = 'primary' }) =>
  element(
    'button',
    { type: 'submit', class: look },
    ...(look === 'choice' ? [element('strong', {}, submitLabel)] : [submitLabel]),
    ...(hint ? [' ', element('span', {}, hint)] : []),
    ...(about ? [' ', element('span', { class: 'unseen' }, about)] : []),
  )

/**
 * @param {Submit} submit
 * @returns {[HTMLButtonElement, Submit]}
 */
const withButton = (submit) => [submitButton(submit), submit]
