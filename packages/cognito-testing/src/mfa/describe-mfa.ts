import { activeFactors } from '../active-factors.ts'
import { challengeOfMethod } from '../challenges/open-challenge.ts'
import type { User } from '../user-store.ts'

/** A user's second factors, as AWS tells them; what is empty is left out. */
export const describeMfa = (user: User): object => {
  const factors = activeFactors(user)
  const preferred = factors.find((factor) => factor === user.preferredFactor)
  return {
    ...(preferred && { PreferredMfaSetting: challengeOfMethod[preferred] }),
    ...(factors.length > 0 && {
      UserMFASettingList: factors.map((factor) => challengeOfMethod[factor]),
    }),
  }
}
