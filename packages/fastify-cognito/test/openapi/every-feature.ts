export const everyFeature = [
  'sign-in',
  'sign-up',
  'password',
  'password-policy',
  'profile',
  'mfa',
  'passkeys',
  'devices',
  'sessions',
] as const
