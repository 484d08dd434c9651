import { deviceNotFound } from '../devices/device-not-found.ts'
import { rememberedDevice } from '../devices/remembered-device.ts'
import { requireParameter } from '../require-parameter.ts'
import type { AnswerChallenge } from './challenge-answer.ts'
import { openChallenge } from './open-challenge.ts'
import { readClientPublic } from './read-client-public.ts'
import { startSrpExchange } from './start-srp-exchange.ts'

/** DEVICE_SRP_AUTH: the device begins to prove itself, as a user does by password. */
export const answerDeviceSrpAuth: AnswerChallenge = async (
  pool,
  { responses, consumeSession, ...signIn },
) => {
  requireParameter(responses, 'DEVICE_KEY')
  const clientPublic = readClientPublic(responses)
  const { client, user } = signIn
  const device = rememberedDevice(pool, signIn)
  if (!device) throw deviceNotFound()
  consumeSession()
  const answer = openChallenge(pool, signIn, { name: 'DEVICE_PASSWORD_VERIFIER' })
  const identity = { username: device.key, ...device.secret }
  return {
    ...answer,
    ChallengeParameters: {
      ...startSrpExchange(pool, { client, identity, clientPublic, session: answer.Session }),
      DEVICE_KEY: device.key,
      USERNAME: user.username,
    },
  }
}
