/** What is kept of somebody who is signed in. The ID token is not: cookies are small. */
export interface Session {
  accessToken: string
  refreshToken?: string
  /** When the access token stops working, in Unix seconds. */
  expiresAt: number
  /** Unix seconds; a refresh does not move it. */
  signedInAt: number
}

/** `undefined` for what is none. */
export const sessionIn = (opened: unknown): Session | undefined => {
  const { accessToken, refreshToken, expiresAt, signedInAt } = Object(opened) as Partial<Session>
  if (typeof accessToken !== 'string' || typeof expiresAt !== 'number') return undefined
  if (typeof signedInAt !== 'number') return undefined
  return { accessToken, ...(refreshToken && { refreshToken }), expiresAt, signedInAt }
}
