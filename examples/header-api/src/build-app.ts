import type { CognitoOptions } from '@x/cognito-core'
import cognitoPlugin, { userOf } from '@x/fastify-cognito'
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { answerErrors } from './answer-errors.ts'
import type { LocalUsers } from './database/local-users.ts'
import type { LocalUser } from './database/users.ts'
import { oldApi } from './old-api/old-api.ts'
import { answerByBothNames, headers, takeReadmeNames } from './token-headers.ts'

declare module '@x/fastify-cognito' {
  interface CognitoUser {
    account: LocalUser
  }
}

export const buildApp = async ({
  cognito,
  users,
  challengeSecret,
  method,
  logger = { level: 'warn' },
}: {
  cognito: CognitoOptions
  users: LocalUsers
  challengeSecret: string
  method: 'srp' | 'password'
  logger?: FastifyServerOptions['logger']
}): Promise<FastifyInstance> => {
  const app = Fastify({ logger })
  app.setErrorHandler(answerErrors)
  takeReadmeNames(app)
  await app.register(cognitoPlugin, {
    ...cognito,
    deliver: 'headers',
    headers,
    challenge: { secrets: [challengeSecret] },
    // Every route is for users, unless it says otherwise.
    defaultGuard: true,
    rateLimit: false,
    resolveUser: async (claims) => {
      const user = userOf(claims)
      const account = await users.provision(user)
      if (!account.isActive) {
        throw Object.assign(new Error('This account is switched off here.'), { statusCode: 403 })
      }
      return { ...user, account }
    },
  })
  answerByBothNames(app)
  await app.register(oldApi, { prefix: '/app/auth', method })

  app.get('/app/me', async ({ user, auth }) => {
    const accessToken = auth?.accessToken ?? ''
    const { attributes } = await app.cognito.profile.get({ accessToken })
    const account = await users.keepProfile({
      sub: user.sub,
      email: attributes.email ?? null,
      firstName: attributes.given_name ?? null,
      lastName: attributes.family_name ?? null,
    })
    return shown(account)
  })
  return app
}

/** By the names that the older service had for them. */
const shown = ({ sub, username, email, firstName, lastName, isActive }: LocalUser): object => ({
  uuid: sub,
  username,
  email,
  first_name: firstName,
  last_name: lastName,
  is_active: isActive,
})
