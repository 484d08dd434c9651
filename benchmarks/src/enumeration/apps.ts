import cognitoPlugin from '@x/fastify-cognito'
import Fastify from 'fastify'

/** Answers on a port for each app client of a pool that listens elsewhere. */
const [, , endpoint = '', userPoolId = '', ...clientIds] = process.argv

const listen = async (clientId: string): Promise<string> => {
  const app = Fastify()
  await app.register(cognitoPlugin, {
    userPoolId,
    clientId,
    endpoint,
    session: { secrets: ['a session secret of thirty-two bytes or more'] },
  })
  return app.listen({ host: '127.0.0.1', port: 0 })
}

process.on('disconnect', () => process.exit())
process.send?.(await Promise.all(clientIds.map(listen)))
