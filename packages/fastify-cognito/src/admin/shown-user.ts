import type { User } from '@x/cognito-core/admin'

const usual: readonly string[] = [
  'sub',
  'email',
  'email_verified',
  'phone_number',
  'phone_number_verified',
  'name',
  'given_name',
  'family_name',
  'preferred_username',
]

/** Named one by one: what core adds is not shown by that alone. */
export const createShownUser = (names: readonly string[] = usual): ((user: User) => User) => {
  const shown = new Set(names)
  return ({ username, attributes, status, enabled, createdAt, updatedAt }) => ({
    username,
    attributes: Object.fromEntries(
      Object.entries(attributes).filter(([name]) => shown.has(name)),
    ) as User['attributes'],
    status,
    enabled,
    createdAt,
    updatedAt,
  })
}
