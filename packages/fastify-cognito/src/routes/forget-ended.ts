import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Kit } from '../kit.ts'
import { isOver } from '../session/is-over.ts'

/** Where Cognito says that the session has ended elsewhere, its cookie goes too. For `catch`. */
export const forgetEnded =
  ({ sessions }: Kit, request: FastifyRequest, reply: FastifyReply) =>
  async (error: unknown): Promise<never> => {
    if (request.auth?.from === 'session' && isOver(error)) await sessions?.drop({ request, reply })
    throw error
  }
