/** Enough of a Session to know it by, where all of it would be too long. */
export const endOfSession = (session: string | undefined): string | undefined => session?.slice(-24)
