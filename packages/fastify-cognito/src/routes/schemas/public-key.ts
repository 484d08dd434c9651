/** The one `type` of a credential; a text to TypeScript, as `toJSON()` of a credential is declared so. */
export const publicKey = { type: 'string', pattern: '^public-key$' } as const
