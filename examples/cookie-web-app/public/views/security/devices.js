import { element } from '../../element.js'
import { moment } from '../../moment.js'
import { createActionForm } from '../action-form.js'
import { createRow } from './row.js'
import { createSection } from './section.js'

/**
 * @import { Device } from '@x/cognito-core'
 * @import { SectionContext } from './section.js'
 *
 * @typedef {Omit<Device, 'attributes'> & { isCurrent: boolean }} ShownDevice
 */

/** @param {{ devices: readonly ShownDevice[], context: SectionContext }} options */
export const createDevices = ({ devices, context }) => {
  const { signal, onDone, onTurnedAway } = context

  /** @param {ShownDevice} device */
  const forget = ({ key, isCurrent }) =>
    createActionForm({
      submitLabel: 'Forget',
      about: isCurrent ? 'this browser' : key,
      busyLabel: 'Forgetting…',
      call: ['DELETE', `/auth/devices/${encodeURIComponent(key)}`],
      signal,
      onDone: () => onDone('The device is forgotten, and signed out for good.'),
      onTurnedAway,
    })

  /** @param {ShownDevice} device */
  const remember = ({ key, isCurrent, remembered }) =>
    createActionForm({
      submitLabel: remembered ? 'Do not trust' : 'Remember',
      about: isCurrent ? 'this browser' : key,
      busyLabel: 'Changing…',
      call: ['PUT', `/auth/devices/${encodeURIComponent(key)}`, { remembered: !remembered }],
      signal,
      onDone: () =>
        onDone(remembered ? 'The device has to prove more again.' : 'The device is remembered.'),
      onTurnedAway,
    })

  const rows = devices.map((device) => {
    const { name, key, isCurrent, remembered, lastIp, createdAt, lastUsedAt = createdAt } = device
    return createRow({
      name: name || key,
      chips: [
        ...(isCurrent ? [{ text: 'this browser' }] : []),
        ...(remembered ? [{ text: 'remembered', isGood: true }] : []),
      ],
      details: ['Last used ', moment(lastUsedAt), ...(lastIp ? [` from ${lastIp}`] : [])],
      actions: [remember(device), forget(device)],
    })
  })
  const intro = 'Where you have signed in. One that is remembered is asked for no second step.'
  return createSection('Devices', intro, [element('ul', { class: 'things' }, ...rows)])
}
