import { forgetNewDevice, newDevice } from './new-device.js'
import { request } from './request.js'
import { returnPath } from './return-to.js'
import { createReauthenticateView } from './views/reauthenticate-view.js'
import { createDevices } from './views/security/devices.js'
import { createPasskeys } from './views/security/passkeys.js'
import { createSecondFactors } from './views/security/second-factors.js'
import { createSection, troubleIn } from './views/security/section.js'
import { createSecurityView } from './views/security/security-view.js'
import { createSessions } from './views/security/sessions.js'
import { createSetUpAppView } from './views/set-up-app-view.js'
import { createTroubleView } from './views/trouble-view.js'

/**
 * @import { MfaSettings, Passkey, UserSession } from '@x/cognito-core'
 * @import { MemberPlace } from './member-places.js'
 * @import { Me } from './me.js'
 * @import { Service } from './service.js'
 * @import { Steps } from './steps.js'
 * @import { ShownDevice } from './views/security/devices.js'
 * @import { SectionContext } from './views/security/section.js'
 *
 * @typedef {object} Part of the security page
 * @property {string} title
 * @property {string} path that tells what there is
 * @property {(service: Service) => boolean} [isThere] by default everywhere
 * @property {(answer: unknown, more: { me: Me, context: SectionContext }) => Node} show
 *
 * @typedef {object} Answers what each path tells
 * @property {MfaSettings} mfa
 * @property {{ passkeys: readonly Passkey[] }} passkeys
 * @property {{ devices: readonly ShownDevice[] }} devices
 * @property {{ sessions: readonly UserSession[] }} sessions
 */

/** @type {readonly Part[]} */
const parts = [
  {
    title: 'Second step',
    path: '/auth/mfa',
    show: (answer, more) =>
      createSecondFactors({ settings: /** @type {Answers['mfa']} */ (answer), ...more }),
  },
  {
    title: 'Passkeys',
    path: '/auth/passkeys',
    show: (answer, { context }) =>
      createPasskeys({ .../** @type {Answers['passkeys']} */ (answer), context }),
  },
  {
    title: 'Devices',
    path: '/auth/devices',
    show: (answer, { context }) =>
      createDevices({
        .../** @type {Answers['devices']} */ (answer),
        newDevice: newDevice(),
        onRemembered: () => {
          forgetNewDevice()
          return context.onDone('This browser is remembered.')
        },
        context,
      }),
  },
  {
    title: 'Where you are signed in',
    path: '/auth/sessions',
    isThere: ({ tracksSessions }) => tracksSessions,
    show: (answer, { context }) =>
      createSessions({ .../** @type {Answers['sessions']} */ (answer), context }),
  },
]

/**
 * What who is signed in can do about how.
 *
 * @param {Steps} steps
 * @returns {Readonly<Record<string, MemberPlace>>}
 */
export const createSecurityPlaces = (steps) => {
  const { service, go, goInstead, onTurnedAway } = steps
  return {
    reauthenticate: ({ me, notice, signal }) =>
      createReauthenticateView({
        me,
        ways: service().ways,
        returnTo: returnPath(),
        ...(notice !== undefined && { notice }),
        signal,
        onAnswer: (answer, username) => steps.onSignInAnswer(answer, { username }),
        onTurnedAway,
      }),

    security: async ({ me, notice, signal }) => {
      const asked = await Promise.all(
        parts
          .filter(({ isThere = () => true }) => isThere(service()))
          .map(async (part) => ({ part, answer: await request('GET', part.path, { signal }) })),
      )
      /** @type {SectionContext} */
      const context = {
        signal,
        onDone: (done) => goInstead('security', { notice: done }),
        onTurnedAway,
      }
      const sections = []
      for (const { part, answer } of asked) {
        if (answer.ok) sections.push(part.show(answer.body, { me, context }))
        else if (answer.problem.status === 401) return void onTurnedAway('', answer.problem)
        else sections.push(createSection(part.title, '', troubleIn(answer.problem)))
      }
      return createSecurityView({ ...(notice !== undefined && { notice }), sections })
    },

    'set-up-app': async ({ signal }) => {
      const started = await request('POST', '/auth/mfa/totp', { signal })
      if (started.ok) {
        const setup = /** @type {{ secret: string, uri: string, qr: string }} */ (started.body)
        return createSetUpAppView({
          setup,
          inbox: service().demo?.inbox,
          signal,
          onDone: () => goInstead('security', { notice: 'Your app is asked for from now on.' }),
          onTurnedAway,
        })
      }
      if (started.problem.status === 401) return void onTurnedAway('', started.problem)
      return createTroubleView({ problem: started.problem, onRetry: () => go('set-up-app') })
    },
  }
}
