import { totpUri } from '@x/cognito-core'
import type { FastifyRequest } from 'fastify'
import { renderSVG } from 'uqr'

/** What an authenticator app has to be told, in three forms. Secret. */
export interface TotpSetup {
  /** In base32, to be typed where no code can be scanned. */
  secret: string
  /** `otpauth://…` */
  uri: string
  /** A QR code, as SVG document: of our own making, so that it is safe as HTML. */
  qr: string
}

export type TotpSetupFor = (input: {
  secret: string
  /** Whose it is, as the app shows it. */
  account: string
  request: Pick<FastifyRequest, 'hostname'>
}) => TotpSetup

/** In characters: what is longer makes a code that no camera reads. */
const longest = 64

/** Modules around the code, by ISO/IEC 18004. */
const quietZone = 4

export const createTotpSetup =
  ({ issuer }: { issuer?: string | undefined } = {}): TotpSetupFor =>
  ({ secret, account, request }) => {
    const uri = totpUri({
      secret,
      issuer: issuer ?? hostOf(request),
      account: shortened(account.replace(unfit, '')) || 'Account',
    })
    return { secret, uri, qr: renderSVG(uri, { border: quietZone }) }
  }

/** A colon stands between the two in the URI, and half a character cannot be encoded. */
const unfit = /[:\p{Cc}\p{Cs}]/gu

const hostOf = ({ hostname }: Pick<FastifyRequest, 'hostname'>): string =>
  /^[\w.-]{1,64}$/.test(hostname) ? hostname : 'Account'

const shortened = (account: string): string => {
  const characters = [...account]
  if (characters.length <= longest) return account
  return `${characters.slice(0, longest - 1).join('')}…`
}
