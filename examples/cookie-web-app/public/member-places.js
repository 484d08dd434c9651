import { hasPassword } from './has-password.js'
import { isVerified, textOf } from './me.js'
import { forgetNewDevice, newDevice } from './new-device.js'
import { passwordPolicy } from './password-policy.js'
import { forgetPendingCode, keepPendingCode, loadPendingCode } from './pending-code.js'
import { request } from './request.js'
import { createChangePasswordView } from './views/change-password-view.js'
import { createDeleteAccountView } from './views/delete-account-view.js'
import { createEditProfileView } from './views/edit-profile-view.js'
import { createProfileView } from './views/profile-view.js'
import { verifiable } from './views/verifiable.js'
import { createVerifyView } from './views/verify-view.js'

/**
 * @import { CodeDelivery, MfaSettings } from '@x/cognito-core'
 * @import { Me } from './me.js'
 * @import { Arrival, Steps } from './steps.js'
 * @import { SavedProfile } from './views/edit-profile-view.js'
 * @import { Verifiable } from './views/verifiable.js'
 * @import { ShownView } from './visitor-places.js'
 *
 * @typedef {(visit: Arrival & { me: Me, signal: AbortSignal }) => ShownView} MemberPlace
 */

/**
 * What who is signed in can see.
 *
 * @param {Steps} steps
 * @returns {Readonly<Record<string, MemberPlace>>}
 */
export const createMemberPlaces = ({ service, goInstead, onSessionEnded, onTurnedAway }) => {
  /**
   * @param {SavedProfile} saved
   * @param {Record<string, string | null>} changed
   */
  const onSaved = ({ user, toVerify = [] }, changed) => {
    for (const { attribute, place } of verifiable) {
      const delivery = toVerify.find((each) => attributeOf(each) === attribute)
      const name = changed[attribute]
      if (!delivery || !name) continue
      keepPendingCode({ purpose: place, name, owner: user.sub, delivery })
      return goInstead(place)
    }
    const isSame = Object.keys(changed).length === 0
    return goInstead('', { notice: isSame ? 'Nothing was changed.' : 'Your profile is saved.' })
  }

  /**
   * @param {Verifiable} what
   * @returns {MemberPlace}
   */
  const verify =
    (what) =>
    ({ me, signal }) => {
      const { attribute, place, verified } = what
      const { sub } = me.user
      const value = textOf(me, attribute)
      const kept = loadPendingCode(place)
      const pending = kept?.owner === sub ? kept : undefined
      const onVerified = () => {
        forgetPendingCode()
        return goInstead('', { notice: verified })
      }
      // Done in another tab, or never to be done.
      const isDone = isVerified(me, attribute) && (!pending || isSameText(pending.name, value))
      if (isDone) return void onVerified()
      if (value === '' && !pending) return void goInstead('')
      return createVerifyView({
        what,
        me,
        pending,
        inbox: service().demo?.inbox,
        signal,
        onSent: (delivery) => {
          keepPendingCode({ purpose: place, name: pending?.name ?? value, owner: sub, delivery })
          return pending ? undefined : goInstead(place)
        },
        onVerified,
        onTurnedAway,
      })
    }

  return {
    '': ({ me, notice, signal }) =>
      createProfileView({
        me,
        customAttributes: service().customAttributes,
        ...(notice !== undefined && { notice }),
        ...withNewDevice(),
        signal,
        onRemembered: (told) => {
          forgetNewDevice()
          return goInstead('', { notice: told })
        },
        onSignedOut: (told) => onSessionEnded({ notice: told }),
        onTurnedAway,
      }),

    'edit-profile': ({ me, signal }) =>
      createEditProfileView({
        me,
        customAttributes: service().customAttributes,
        signal,
        onSaved,
        onTurnedAway,
      }),

    ...Object.fromEntries(verifiable.map((what) => [what.place, verify(what)])),

    'change-password': async ({ me, signal }) =>
      createChangePasswordView({
        me,
        hasPassword: await askForPassword(signal),
        policy: await passwordPolicy(signal),
        signal,
        onDone: () => goInstead('', { notice: 'Your password is changed.' }),
        onTurnedAway,
      }),

    'delete-account': ({ me, signal }) =>
      createDeleteAccountView({
        me,
        signal,
        onDeleted: () => onSessionEnded({ notice: 'Your account is deleted.' }),
        onTurnedAway,
      }),
  }
}

/** Who cannot be told has one, as most have. @param {AbortSignal} signal */
const askForPassword = async (signal) => {
  const answer = await request('GET', '/auth/mfa', { signal })
  return !answer.ok || hasPassword(/** @type {MfaSettings} */ (answer.body))
}

const withNewDevice = () => {
  const key = newDevice()
  return key === undefined ? {} : { newDevice: key }
}

/** Cognito does not always say which. @param {CodeDelivery} delivery */
const attributeOf = ({ attribute, medium }) =>
  attribute ?? (medium === 'email' ? 'email' : 'phone_number')

/** As mail servers compare them. @param {string} one @param {string} other */
const isSameText = (one, other) => one.toLowerCase() === other.toLowerCase()
