/** What the pages offer besides the password: a factor, whatever there is, or the pool's own questions. */
export type WayToSignIn = 'passkey' | 'email-code' | 'sms-code' | 'choice' | 'custom'
