import { TokenError } from '@x/cognito-core'
import type { FastifyRequest } from 'fastify'
import type { AccessAuth } from '../auth/request-auth.ts'

/** What the guard in front of a route has proved. @throws TokenError where there was none. */
export const proved = ({ auth }: FastifyRequest): AccessAuth => {
  if (auth?.tokenUse === 'access') return auth
  throw new TokenError('TOKEN_MISSING', 'No guard has proved who is calling.')
}
