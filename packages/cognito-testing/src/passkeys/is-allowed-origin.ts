import type { ClientData } from './client-data.ts'

const isSecure = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' ||
  (protocol === 'http:' && (hostname === 'localhost' || hostname.endsWith('.localhost')))

/**
 * Whether passkeys of the RP id may be used there: by a page that is not inside another site's,
 * over https, or http on localhost, whose host is the RP id or below it. Any port will do.
 */
export const isAllowedOrigin = (
  { origin, isCrossOrigin }: Pick<ClientData, 'origin' | 'isCrossOrigin'>,
  relyingPartyId: string,
): boolean => {
  if (isCrossOrigin || !URL.canParse(origin)) return false
  const url = new URL(origin)
  const isBelow = url.hostname === relyingPartyId || url.hostname.endsWith(`.${relyingPartyId}`)
  return url.origin === origin && isSecure(url) && isBelow
}
