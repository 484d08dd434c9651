import type { AuthAnswer, SignIn } from '../auth-answer.ts'
import { openChallenge } from '../challenges/open-challenge.ts'
import { grantTokens } from '../grant-tokens.ts'
import type { Pool } from '../pool.ts'
import { rememberedDevice } from './remembered-device.ts'

/** After every other challenge: a device that is remembered proves itself, before there are tokens. */
export const askForDevice = async (
  pool: Pool,
  { deviceKey, ...signIn }: SignIn,
): Promise<AuthAnswer> =>
  rememberedDevice(pool, { ...signIn, deviceKey })
    ? openChallenge(pool, signIn, { name: 'DEVICE_SRP_AUTH' })
    : grantTokens(pool, signIn)
