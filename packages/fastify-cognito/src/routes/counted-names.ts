import type { FastifyRequest } from 'fastify'
import { issuedClaims } from '../auth/issued-claims.ts'
import type { Kit } from '../kit.ts'
import { pendingChallengeOf } from './pending-challenge-of.ts'

/** Of whom a request is, or may be, as far as it says. */
export type CountedNames = (
  request: FastifyRequest,
  kit: Kit,
) => readonly string[] | Promise<readonly string[]>

const textsIn = (values: readonly unknown[]): readonly string[] =>
  values.filter((value) => typeof value === 'string')

/** Where Cognito may send a code, as attributes say it; `null` takes one away. */
const givenAddresses = (body: unknown): readonly unknown[] => {
  const { attributes } = Object(body) as Record<string, unknown>
  const { email, phone_number: phoneNumber } = Object(attributes) as Record<string, unknown>
  return [email, phoneNumber]
}

const addressesIn = (body: unknown): readonly string[] => textsIn(givenAddresses(body))

/** Whatever was typed, be there such a user or not. */
export const typedNames: CountedNames = ({ body }) => {
  const { username, email, phoneNumber } = Object(body) as Record<string, unknown>
  return [...textsIn([username, email, phoneNumber]), ...addressesIn(body)]
}

/**
 * Of the challenge under way: as it was typed until something is proved, or a limit would tell which names
 * are one user's; the real name after that, however many names there are to begin by.
 */
export const challengedName: CountedNames = (request, kit) => {
  const { challenge, attempt } = pendingChallengeOf(request, kit) ?? {}
  if (!challenge || !attempt) return []
  return [attempt.isProved ? challenge.username : attempt.typed]
}

/** As that user typed it, whom a message goes to. */
export const typedNameOfChallenge: CountedNames = (request, kit) => {
  const found = pendingChallengeOf(request, kit)
  return found ? [found.attempt.typed] : []
}

/** Of the session of a cookie. */
export const sessionName: CountedNames = async (request, { sessions }) => {
  const session = await sessions?.load(request)
  return session ? [issuedClaims(session.accessToken).username] : []
}

export const provedName = ({ auth }: FastifyRequest): readonly string[] =>
  auth?.tokenUse === 'access' ? [auth.claims.username] : []

/** Whether attributes are changed to which Cognito may send a code. */
export const hasNewAddresses = ({ body }: FastifyRequest): boolean => addressesIn(body).length > 0

/** The same, or whether one is taken away. */
export const hasOtherAddresses = ({ body }: FastifyRequest): boolean =>
  givenAddresses(body).some((address) => address !== undefined)

/** Of whoever changes an address, and the new ones. */
export const provedNameAndNewAddresses: CountedNames = (request) => [
  ...provedName(request),
  ...addressesIn(request.body),
]

/** Whether a challenge is answered by a choice, which is no guess at anything. */
export const isChoice = ({ body }: FastifyRequest): boolean => {
  const { answer } = Object(body) as Record<string, unknown>
  return ['factor', 'method'].some((name) => Object.hasOwn(Object(answer), name))
}
