/** What a service does before its first request, each in a process of its own. */
export interface Start {
  readonly name: string
  readonly run: () => Promise<unknown>
}

const userPoolId = 'us-east-1_BenchPool1'
const clientId = '3n4b5urk1ft4fl3mg5e62d9ado'

const startFastify = async () => {
  const { default: Fastify } = await import('fastify')
  return Fastify()
}

export const starts = {
  aws: {
    name: 'aws-jwt-verify',
    run: async () => {
      const { CognitoJwtVerifier } = await import('aws-jwt-verify')
      return CognitoJwtVerifier.create({ userPoolId, clientId, tokenUse: 'access' })
    },
  },
  core: {
    name: '@x/cognito-core, verifying only',
    run: async () => {
      const { createCognito } = await import('@x/cognito-core')
      const cognito = createCognito({ userPoolId, clientId })
      // Refused for its form; all that verifies is loaded by then.
      await cognito.verifyAccessToken('no.token.this').catch(() => undefined)
      return cognito
    },
  },
  identityJs: {
    name: 'amazon-cognito-identity-js',
    run: async () => {
      const { CognitoUserPool } = await import('amazon-cognito-identity-js')
      return new CognitoUserPool({ UserPoolId: userPoolId, ClientId: clientId })
    },
  },
  sdk: {
    name: "the AWS SDK's client",
    run: async () => {
      const sdk = await import('@aws-sdk/client-cognito-identity-provider')
      return new sdk.CognitoIdentityProviderClient({ region: 'us-east-1' })
    },
  },
  fastify: {
    name: 'fastify alone',
    run: async () => (await startFastify()).ready(),
  },
  guard: {
    name: 'fastify with @x/fastify-cognito, its guard only',
    run: async () => {
      const app = await startFastify()
      const { cognitoPlugin } = await import('@x/fastify-cognito')
      await app.register(cognitoPlugin, { userPoolId, clientId, routes: false })
      return app.ready()
    },
  },
  routes: {
    name: 'fastify with @x/fastify-cognito, all its routes',
    run: async () => {
      const app = await startFastify()
      const { cognitoPlugin } = await import('@x/fastify-cognito')
      const session = { secrets: ['a session secret of thirty-two bytes or more'] } as const
      await app.register(cognitoPlugin, { userPoolId, clientId, session, rateLimit: false })
      return app.ready()
    },
  },
} as const satisfies Readonly<Record<string, Start>>

export type StartId = keyof typeof starts
