/** What authenticators know a user by: the text of the `sub`, as base64url. */
export const userHandle = (sub: string): string => Buffer.from(sub).toString('base64url')
