import { describe, expect, test } from 'vitest'
import { publishedTypes } from './published-types.ts'

// An app adds to our types for its whole project, so each of these is a project of its own.
const compile = publishedTypes()

describe.each([
  ['from source', '@x/fastify-cognito'],
  ['as published', './published/fastify-cognito/src/index.js'],
])('%s', (where, specifier) => {
  const problemsOf = (name: string, code: string): Promise<string> =>
    compile(
      `${name}-${where.replaceAll(' ', '-')}`,
      code.replaceAll('@x/fastify-cognito', specifier),
    )

  test('an app adds to the user, and has to say where that comes from', async () => {
    const problems = await problemsOf(
      'user',
      `
      import Fastify from 'fastify'
      import cognitoPlugin, { userOf, type CognitoUser, type ResolveUser } from '@x/fastify-cognito'
      declare module '@x/fastify-cognito' {
        interface CognitoUser { id: number }
      }
      const pool = { userPoolId: 'u', clientId: 'c' }
      const resolveUser: ResolveUser = async (claims) => ({ ...userOf(claims), id: 7 })
      export const app = Fastify()
      await app.register(cognitoPlugin, {
        ...pool,
        resolveUser,
        hooks: {
          onSignIn: ({ user, request }) => request.log.info(user.sub),
          onDeleteAccount: ({ user }) => user.id.toFixed(),
        },
      })
      app.get('/id', { onRequest: app.requireAuth() }, ({ user, auth }) => {
        const same: CognitoUser | undefined = auth?.user
        return [user.id.toFixed(), user.sub, same?.id]
      })
      // @ts-expect-error nobody says where the id comes from
      app.register(cognitoPlugin, pool)
      // @ts-expect-error a token tells no id
      app.register(cognitoPlugin, { ...pool, resolveUser: (claims) => userOf(claims) })
      app.register(cognitoPlugin, {
        ...pool,
        resolveUser,
        // @ts-expect-error who signs in may not have a row yet
        hooks: { onSignIn: ({ user }) => user.id },
      })
      app.get('/wrong', ({ user }) => {
        // @ts-expect-error no such thing
        return user.name
      })
    `,
    )
    expect(problems).toBe('')
  }, 60_000)

  test('an app names its groups and attributes, and a misspelt one does not compile', async () => {
    const problems = await problemsOf(
      'register',
      `
      import Fastify from 'fastify'
      import cognitoPlugin from '@x/fastify-cognito'
      const options = {
        userPoolId: 'u',
        clientId: 'c',
        groups: ['staff', 'admin'],
        customAttributes: { level: 'number' },
        pools: { backOffice: { userPoolId: 'u', clientId: 'c' } },
      } as const
      declare module '@x/fastify-cognito' {
        interface Register { options: typeof options }
      }
      export const app = Fastify()
      await app.register(cognitoPlugin, options)
      app.requireAuth({ groups: ['staff', 'admin'], scopes: ['any/read'] })
      app.requireAuth({ groups: { all: ['staff'], none: ['admin'] }, tokenUse: 'id' })
      app.requireAuth({ pool: 'backOffice', groups: ['of that pool'] })
      app.get('/data', { config: { cognito: { groups: ['staff'] } } }, () => '')
      // @ts-expect-error no such group, as data
      app.get('/data', { config: { cognito: { groups: ['stuff'] } } }, () => '')
      // @ts-expect-error no such group, in none of its places
      app.requireAuth({ groups: { none: ['stuff'] } })
      // @ts-expect-error no such pool
      app.requireAuth({ pool: 'frontOffice' })
      app.get('/auth', ({ auth }) => {
        if (auth?.tokenUse === 'id') return auth.idToken.length
        return auth?.accessToken.length
      })
      app.requireAuth()
      // @ts-expect-error no such group
      app.requireAuth({ groups: ['admn'] })

      const { attributes } = await app.cognito.profile.get({ accessToken: 't' })
      export const level: number | undefined = attributes['custom:level']
      await app.cognito.signUp({ username: 'ada', attributes: { 'custom:level': 3 } })
      // @ts-expect-error a level is a number
      await app.cognito.signUp({ username: 'ada', attributes: { 'custom:level': '3' } })
      // @ts-expect-error no such attribute
      await app.cognito.signUp({ username: 'ada', attributes: { 'custom:levle': 3 } })
    `,
    )
    expect(problems).toBe('')
  }, 60_000)

  test('an app that names no attributes may use any, and so with groups', async () => {
    const problems = await problemsOf(
      'groups-only',
      `
      import Fastify from 'fastify'
      import '@x/fastify-cognito'
      declare module '@x/fastify-cognito' {
        interface Register { options: { groups: readonly ['staff'] } }
      }
      export const app = Fastify()
      // @ts-expect-error no such group
      app.requireAuth({ groups: ['admn'] })
      await app.cognito.signUp({ username: 'ada', attributes: { 'custom:level': '3' } })
    `,
    )
    expect(problems).toBe('')
  }, 60_000)

  test('for an app that says nothing, all stays as it was', async () => {
    const problems = await problemsOf(
      'nothing',
      `
      import type { Cognito } from '@x/cognito-core'
      import Fastify from 'fastify'
      import cognitoPlugin, { userOf, type CognitoUser, type TokenUser } from '@x/fastify-cognito'
      export const app = Fastify()
      await app.register(cognitoPlugin, { userPoolId: 'u', clientId: 'c' })
      app.requireAuth({ groups: ['whatever'] })
      export const cognito: Cognito = app.cognito
      app.get('/', { onRequest: app.requireAuth() }, ({ user, auth }) => {
        const token: TokenUser = user
        const again: CognitoUser = auth ? userOf(auth.claims) : token
        return again.username
      })
    `,
    )
    expect(problems).toBe('')
  }, 60_000)
})
