import { element } from '../../element.js'
import { factorWords } from '../../factor-words.js'
import { hasPassword } from '../../has-password.js'
import { isVerified } from '../../me.js'
import { mfaWords } from '../../mfa-words.js'
import { placeLink } from '../../place-link.js'
import { createActionForm } from '../action-form.js'
import { createRow } from './row.js'
import { createSection } from './section.js'

/**
 * @import { MfaMethod, MfaSettings } from '@x/cognito-core'
 * @import { Me } from '../../me.js'
 * @import { SectionContext } from './section.js'
 */

/** @type {readonly MfaMethod[]} */
const methods = ['totp', 'email', 'sms']

/** What a code is sent to; nothing where none is sent. */
/** @type {Readonly<Record<MfaMethod, 'email' | 'phone_number' | undefined>>} */
const addressOfMethod = { totp: undefined, email: 'email', sms: 'phone_number' }

/** @param {MfaSettings} settings */
const introOf = ({ enabled, preferred, factors }) => {
  if (!hasPassword({ factors })) return 'You sign in without a password.'
  if (enabled.length === 0) return 'Nothing but your password is asked for.'
  if (enabled.length > 1 && preferred === 'none') return 'At sign-in you choose one of these.'
  return 'What is asked for at sign-in, besides the password.'
}

/**
 * @param {object} options
 * @param {MfaSettings} options.settings
 * @param {Me} options.me
 * @param {SectionContext} options.context
 */
export const createSecondFactors = ({ settings, me, context }) => {
  const { enabled, preferred } = settings
  const { signal, onDone, onTurnedAway } = context

  /**
   * @param {Pick<MfaSettings, 'enabled' | 'preferred'>} next
   * @param {{ label: string, about: string, notice: string }} words
   */
  const change = (next, { label, about, notice }) =>
    createActionForm({
      submitLabel: label,
      about,
      busyLabel: 'Changing…',
      call: ['PUT', '/auth/mfa', next],
      signal,
      onDone: () => onDone(notice),
      onTurnedAway,
    })

  /** @param {MfaMethod} method */
  const turnOff = (method) => {
    const { label } = mfaWords[method]
    const left = enabled.filter((each) => each !== method)
    const stays = preferred === method ? (left[0] ?? 'none') : preferred
    return change(
      { enabled: left, preferred: stays },
      { label: 'Turn off', about: label, notice: `${label} is off.` },
    )
  }

  /** @param {MfaMethod} method */
  const turnOn = (method) => {
    const { label } = mfaWords[method]
    return change(
      { enabled: [...enabled, method], preferred: enabled.length === 0 ? method : preferred },
      { label: 'Turn on', about: label, notice: `${label} is on.` },
    )
  }

  /** @param {MfaMethod} method */
  const askFirst = (method) => {
    const { label } = mfaWords[method]
    return change(
      { enabled, preferred: method },
      { label: 'Ask for it first', about: label, notice: `${label} is asked for first.` },
    )
  }

  /** @param {MfaMethod} method */
  const actionsFor = (method) => {
    if (enabled.includes(method)) {
      const isFirst = preferred === method || enabled.length === 1
      return [turnOff(method), ...(isFirst ? [] : [askFirst(method)])]
    }
    const address = addressOfMethod[method]
    if (address) return isVerified(me, address) ? [turnOn(method)] : []
    return [placeLink('set-up-app', 'Set up an app', { class: 'quiet' })]
  }

  const rows = methods.flatMap((method) => {
    const actions = actionsFor(method)
    const isOn = enabled.includes(method)
    const isFirst = isOn && preferred === method && enabled.length > 1
    if (actions.length === 0) return []
    const chips = [
      { text: isOn ? 'on' : 'off', isGood: isOn },
      ...(isFirst ? [{ text: 'asked for first' }] : []),
    ]
    return [createRow({ name: mfaWords[method].label, chips, actions })]
  })
  const letMeChoose = change(
    { enabled, preferred: 'none' },
    { label: 'Let me choose each time', about: '', notice: 'You choose at each sign-in.' },
  )
  const ways = settings.factors.flatMap((factor) => factorWords[factor]?.label ?? [])
  if (!hasPassword(settings)) {
    // With a second step only a password is left to begin with, and there is none.
    return createSection('Second step', introOf(settings), [
      element('p', { class: 'details' }, 'A second step comes after a password. Choose one first.'),
      placeLink('change-password', 'Choose a password', { class: 'quiet' }),
    ])
  }
  const isAlone = enabled.length === 0 && ways.length > 1
  return createSection('Second step', introOf(settings), [
    // A second step takes some of them away.
    element(
      'p',
      { class: 'details' },
      `What you can begin with: ${ways.join(', ')}.`,
      isAlone ? ' With a second step on, that is your password alone.' : '',
    ),
    element('ul', { class: 'things' }, ...rows),
    ...(enabled.length > 1 && preferred !== 'none' ? [letMeChoose] : []),
  ])
}
