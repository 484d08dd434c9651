import type { FastifyRequest } from 'fastify'
import { issuedClaims } from '../auth/issued-claims.ts'
import type { Kit } from '../kit.ts'
import { pendingChallengeOf } from './pending-challenge-of.ts'

/** Of whom a request is, or may be, as far as it says. */
export type CountedNames = (request: FastifyRequest, kit: Kit) => readonly string[]

const textsIn = (values: readonly unknown[]): readonly string[] =>
  values.filter((value) => typeof value === 'string')

/** Where Cognito may send a code, as attributes say it. */
const addressesIn = (body: unknown): readonly string[] => {
  const { attributes } = Object(body) as Record<string, unknown>
  const { email, phone_number: phoneNumber } = Object(attributes) as Record<string, unknown>
  return textsIn([email, phoneNumber])
}

/** Whatever was typed, be there such a user or not. */
export const typedNames: CountedNames = ({ body }) => {
  const { username, email, phoneNumber } = Object(body) as Record<string, unknown>
  return [...textsIn([username, email, phoneNumber]), ...addressesIn(body)]
}

/** Of the challenge under way. */
export const challengedName: CountedNames = (request, kit) => {
  const found = pendingChallengeOf(request, kit)
  return found ? [found.challenge.username] : []
}

/** As that user typed it, whom a message goes to. */
export const typedNameOfChallenge: CountedNames = (request, kit) => {
  const found = pendingChallengeOf(request, kit)
  return found ? [found.attempt.typed] : []
}

/** Of the session that a cookie holds. */
export const sessionName: CountedNames = (request, { sessions }) => {
  const session = sessions?.load(request)
  return session ? [issuedClaims(session.accessToken).username] : []
}

export const provedName: CountedNames = ({ auth }) => (auth ? [auth.claims.username] : [])

/** Whether attributes are changed to which Cognito may send a code. */
export const hasNewAddresses = ({ body }: FastifyRequest): boolean => addressesIn(body).length > 0

/** Of whoever changes an address, and the new ones. */
export const provedNameAndNewAddresses: CountedNames = (request, kit) => [
  ...provedName(request, kit),
  ...addressesIn(request.body),
]
