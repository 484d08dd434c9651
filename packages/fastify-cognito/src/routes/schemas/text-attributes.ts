/** Those of the standard that are text and nothing closer; all users may write them, where the app client may. */
export const textAttributes: readonly string[] = [
  'address',
  'birthdate',
  'family_name',
  'gender',
  'given_name',
  'locale',
  'middle_name',
  'name',
  'nickname',
  'picture',
  'preferred_username',
  'profile',
  'website',
  'zoneinfo',
]
