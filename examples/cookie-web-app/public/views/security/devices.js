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

const forgettingThis =
  'Forgetting it signs you out here before long. The next sign-in asks for the second step, where there is one.'
const forgotThis = 'This browser is forgotten. You will be asked to sign in again before long.'
const forgotOther = 'The device is forgotten. Who is signed in on it is not for long.'

/**
 * @param {object} options
 * @param {readonly ShownDevice[]} options.devices that are remembered
 * @param {string | undefined} options.newDevice the key of this browser, where the pool asks before it remembers it
 * @param {() => void | Promise<void>} options.onRemembered
 * @param {SectionContext} options.context
 */
export const createDevices = ({ devices, newDevice, onRemembered, context }) => {
  const { signal, onDone, onTurnedAway } = context
  const rows = devices.map((device) => {
    const { name, key, isCurrent, lastIp, createdAt, lastUsedAt = createdAt } = device
    return createRow({
      name: name ?? 'A device without a name',
      chips: isCurrent ? [{ text: 'this browser', isGood: true }] : [],
      details: [
        'Last used ',
        moment(lastUsedAt),
        ...(lastIp ? [` from ${lastIp}`] : []),
        ' · ',
        element('code', {}, key),
        ...(isCurrent ? [element('br'), forgettingThis] : []),
      ],
      actions: [
        createActionForm({
          submitLabel: 'Forget',
          about: isCurrent ? 'this browser' : (name ?? key),
          busyLabel: 'Forgetting…',
          call: ['DELETE', `/auth/devices/${encodeURIComponent(key)}`],
          signal,
          onDone: () => onDone(isCurrent ? forgotThis : forgotOther),
          onTurnedAway,
        }),
      ],
    })
  })
  const intro =
    rows.length > 0
      ? 'These are remembered: they are asked for no second step.'
      : 'None is remembered: each is asked for the second step, where there is one.'
  return createSection('Devices', intro, [
    ...(rows.length > 0 ? [element('ul', { class: 'things' }, ...rows)] : []),
    ...(newDevice
      ? [
          createActionForm({
            submitLabel: 'Remember this browser',
            busyLabel: 'Remembering…',
            call: ['PUT', `/auth/devices/${encodeURIComponent(newDevice)}`, { remembered: true }],
            signal,
            onDone: onRemembered,
            onTurnedAway,
          }),
        ]
      : []),
  ])
}
