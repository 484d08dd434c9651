import { request } from './request.js'
import { createTroubleView } from './views/trouble-view.js'

/**
 * @import { UserGroup } from '@x/cognito-core/admin'
 * @import { MemberPlace } from './member-places.js'
 * @import { Problem } from './request.js'
 * @import { Steps } from './steps.js'
 * @import { ShownUser } from './views/operators/shown-user.js'
 */

/**
 * What operators can see. Its views are loaded when they are wanted: most visitors are none.
 *
 * @param {Steps} steps
 * @returns {Readonly<Record<string, MemberPlace>>}
 */
export const createOperatorPlaces = ({ go, goInstead, onTurnedAway }) => {
  let search = ''
  /** Leads to the page that is shown. @type {string | undefined} */
  let cursor
  /** By the name in the pool. @type {string | undefined} */
  let opened

  /**
   * @param {Problem} problem
   * @param {'users' | 'user'} place
   */
  const trouble = (problem, place) =>
    problem.status === 401
      ? void onTurnedAway('', problem)
      : createTroubleView({ problem, onRetry: () => goInstead(place) })

  return {
    users: async ({ notice, signal }) => {
      const query = new URLSearchParams({
        ...(search && { by: 'email', startsWith: search }),
        ...(cursor && { cursor }),
      })
      const answer = await request('GET', `/admin/users?${query}`, { signal })
      if (!answer.ok) return trouble(answer.problem, 'users')
      const { createUsersView } = await import('./views/operators/users-view.js')
      const found = /** @type {{ users: ShownUser[], cursor?: string }} */ (answer.body)
      return createUsersView({
        users: found.users,
        search,
        hasMore: found.cursor !== undefined,
        ...(notice !== undefined && { notice }),
        onSearch: (wanted) => {
          search = wanted
          cursor = undefined
          return goInstead('users')
        },
        onMore: () => {
          cursor = found.cursor
          return goInstead('users')
        },
        onOpen: (username) => {
          opened = username
          return go('user')
        },
      })
    },

    user: async ({ me, notice, signal }) => {
      if (opened === undefined) return void goInstead('users')
      const path = `/admin/users/${encodeURIComponent(opened)}`
      const [user, own, all] = await Promise.all(
        [path, `${path}/groups?pageSize=60`, '/admin/groups?pageSize=60'].map((each) =>
          request('GET', each, { signal }),
        ),
      )
      for (const answer of [user, own, all]) {
        if (answer && !answer.ok) return trouble(answer.problem, 'user')
      }
      const { createUserView } = await import('./views/operators/user-view.js')
      return createUserView({
        path,
        user: bodyOf(user).user,
        own: bodyOf(own).groups.map(({ name }) => name),
        groups: bodyOf(all).groups.map(({ name }) => name),
        isMe: bodyOf(user).user.attributes['sub'] === me.user.sub,
        ...(notice !== undefined && { notice }),
        signal,
        onDone: (done) => goInstead('user', { notice: done }),
        onTurnedAway,
      })
    },
  }
}

/**
 * Of an answer that was looked at.
 *
 * @param {import('./request.js').Answer | undefined} answer
 * @returns {{ user: ShownUser, groups: UserGroup[] }}
 */
const bodyOf = (answer) =>
  /** @type {{ user: ShownUser, groups: UserGroup[] }} */ (answer?.ok && answer.body)
