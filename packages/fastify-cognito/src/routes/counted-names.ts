import type { FastifyRequest } from 'fastify'
import { issuedClaims } from '../auth/issued-claims.ts'
import type { Kit } from '../kit.ts'

/** Of whom a request is, or may be, as far as it says. */
export type CountedNames = (request: FastifyRequest, kit: Kit) => readonly string[]

/** Whatever was typed, be there such a user or not. */
export const typedNames: CountedNames = ({ body }) => {
  const { username, email, phoneNumber } = Object(body) as Record<string, unknown>
  const names = [username, email, phoneNumber].filter((name) => typeof name === 'string')
  return [...new Set(names)]
}

/** Of the challenge under way. */
export const challengedName: CountedNames = (request, { pending }) => {
  const { challengeToken } = Object(request.body) as { challengeToken?: string }
  const found = challengeToken === undefined ? pending.load(request) : pending.open(challengeToken)
  return found ? [found.challenge.username] : []
}

/** Of the session that a cookie holds. */
export const sessionName: CountedNames = (request, { sessions }) => {
  const session = sessions?.load(request)
  return session ? [issuedClaims(session.accessToken).username] : []
}

export const provedName: CountedNames = ({ auth }) => (auth ? [auth.claims.username] : [])
