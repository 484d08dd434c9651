import { element } from '../../element.js'
import { moment } from '../../moment.js'
import { createActionForm } from '../action-form.js'
import { createRow } from './row.js'
import { createSection } from './section.js'

/**
 * @import { UserSession } from '@x/cognito-core'
 * @import { SectionContext } from './section.js'
 */

/** @param {{ sessions: readonly UserSession[], context: SectionContext }} options */
export const createSessions = ({ sessions, context }) => {
  const { signal, onDone, onTurnedAway } = context
  const others = sessions.filter(({ isCurrent }) => !isCurrent)
  const rows = sessions.toSorted(thisOneFirst).map((session) => {
    const name = nameOf(session)
    const { id, isCurrent, createdAt, lastActiveAt = createdAt } = session
    const last = lastActiveAt === undefined ? [] : [moment(lastActiveAt)]
    return createRow({
      name,
      chips: isCurrent ? [{ text: 'this browser', isGood: true }] : [],
      details: [...(last.length > 0 ? ['Last active ', ...last] : []), ...placeOf(session)],
      actions: isCurrent
        ? []
        : [
            createActionForm({
              submitLabel: 'Sign out',
              about: [name, ...last.map((time) => time.textContent)].join(', '),
              busyLabel: 'Signing out…',
              call: ['DELETE', `/auth/sessions/${encodeURIComponent(id)}`],
              signal,
              onDone: () => onDone(`Signed out there. ${lag}`),
              onTurnedAway,
            }),
          ],
    })
  })
  const intro =
    others.length > 0
      ? 'Is there one that you do not know? Sign it out, and change your password.'
      : 'Here, and nowhere else.'
  return createSection('Where you are signed in', intro, [
    element('ul', { class: 'things' }, ...rows),
    ...(others.length > 0
      ? [
          createActionForm({
            submitLabel: 'Sign out everywhere else',
            busyLabel: 'Signing out…',
            call: ['POST', '/auth/sign-out/elsewhere'],
            signal,
            onDone: () => onDone(`You are signed in here and nowhere else. ${lag}`),
            onTurnedAway,
          }),
        ]
      : []),
  ])
}

/** As long as access tokens live. */
const lag = 'A page that is open there may go on for up to an hour.'

/** @type {(a: UserSession, b: UserSession) => number} */
const thisOneFirst = (a, b) =>
  Number(b.isCurrent) - Number(a.isCurrent) || (b.lastActiveAt ?? 0) - (a.lastActiveAt ?? 0)

/** Cognito knows who called it: for who signs in here, that was the AWS SDK of the service. */
const sdk = /^aws-sdk/

/** @param {UserSession} session */
const nameOf = ({ kind, deviceType, isCurrent }) => {
  if (deviceType && !sdk.test(deviceType)) return deviceType
  if (isCurrent) return 'A browser'
  return kind === 'single-sign-on' ? 'A browser that came by managed login' : 'A browser or an app'
}

/** @param {UserSession} session */
const placeOf = ({ ipAddress, location: { city, country } = {} }) => {
  const place = [city, country].filter((part) => part !== undefined).join(', ')
  return [...(ipAddress ? [` from ${ipAddress}`] : []), ...(place ? [` · near ${place}`] : [])]
}
