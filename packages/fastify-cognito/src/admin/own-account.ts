import type { CognitoAdmin } from '@x/cognito-core/admin'
import type { FastifyRequest } from 'fastify'
import type { Kit } from '../kit.ts'
import { refuse } from '../problems/refusal.ts'
import { operatorOf } from './create-audited.ts'

export interface OwnAccount {
  /** Whose id it is, by whichever of their names. @throws CognitoError */
  subOf(request: FastifyRequest, username: string): Promise<string>
  /** The same, of somebody else. @throws a refusal `OWN_ACCOUNT` with this sentence */
  subOfOther(request: FastifyRequest, username: string, detail: string): Promise<string>
}

export const createOwnAccount = ({
  admin,
  callFor,
}: Pick<Kit, 'callFor'> & { admin: Pick<CognitoAdmin, 'users'> }): OwnAccount => {
  const subOf: OwnAccount['subOf'] = async (request, username) => {
    const { attributes } = await admin.users.get({ username }, callFor(request))
    return attributes.sub ?? ''
  }
  return {
    subOf,
    subOfOther: async (request, username, detail) => {
      const sub = await subOf(request, username)
      if (sub === operatorOf(request).sub) throw refuse('OWN_ACCOUNT', detail)
      return sub
    },
  }
}
