import type { NewDevice } from './api/remembered-device.ts'
import type { CallOptions, Context } from './context.ts'

export interface DeviceToConfirm {
  accessToken: string
  device: { key: string; groupKey: string }
  /** What the user calls it. */
  name?: string
}

/** Makes a device's secret, and gives the pool what it checks it by: until then its sign-in cannot be refreshed. */
export const confirmDevice = async (
  context: Context,
  { accessToken, device: { key, groupKey }, name }: DeviceToConfirm,
  call: CallOptions,
): Promise<NewDevice> => {
  const { password, salt, verifier } = await context.srp('deviceVerifier', { key, groupKey })
  const { UserConfirmationNecessary: needsConsent = false } = await context.send(
    'ConfirmDevice',
    {
      AccessToken: accessToken,
      DeviceKey: key,
      DeviceSecretVerifierConfig: { Salt: salt, PasswordVerifier: verifier },
      ...(name !== undefined && { DeviceName: name }),
    },
    call,
  )
  return { key, groupKey, password, needsConsent }
}
