import { wrongCredentials } from '../aws-error.ts'
import { deviceNotFound } from '../devices/device-not-found.ts'
import { rememberedDevice } from '../devices/remembered-device.ts'
import { grantTokens } from '../grant-tokens.ts'
import { requireParameter } from '../require-parameter.ts'
import type { AnswerChallenge } from './challenge-answer.ts'
import { readSrpProof } from './read-srp-proof.ts'

/** DEVICE_PASSWORD_VERIFIER: the last challenge there is. */
export const answerDevicePasswordVerifier: AnswerChallenge = async (
  pool,
  { responses, session, consumeSession, ...signIn },
) => {
  requireParameter(responses, 'DEVICE_KEY')
  const device = rememberedDevice(pool, signIn)
  if (!device) throw deviceNotFound()
  const { key, groupKey, secret } = device
  const proof = readSrpProof(pool, { client: signIn.client, responses, session })
  if (proof?.username !== key || !proof.proves({ poolName: groupKey, verifier: secret.verifier })) {
    throw wrongCredentials()
  }
  consumeSession()
  pool.devices.authenticate(signIn.user, key)
  return grantTokens(pool, { ...signIn, provenDeviceKey: key })
}
