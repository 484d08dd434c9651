import type { NewDevice } from './api/remembered-device.ts'
import type { Tokens } from './api/tokens.ts'
import { confirmDevice, type DeviceToConfirm } from './confirm-device.ts'
import type { CallOptions, Context } from './context.ts'
import { CognitoError } from './errors/cognito-error.ts'

/** A device that could not be confirmed is no reason to lose a sign-in. */
export const confirmNewDevice = async (
  context: Context,
  { tokens: { accessToken }, device }: { tokens: Tokens; device: DeviceToConfirm['device'] },
  call: CallOptions,
): Promise<NewDevice | undefined> => {
  try {
    return await confirmDevice(context, { accessToken, device }, call)
  } catch (error) {
    call.signal?.throwIfAborted()
    const reason = error instanceof CognitoError ? error.code : 'COGNITO_UNEXPECTED'
    context.warn({
      code: 'COGNITO_DEVICE_NOT_CONFIRMED',
      message: `A new device could not be confirmed (${reason}), so its sign-in cannot be refreshed. Its user has to sign in again when the access token expires.`,
      params: { reason },
    })
    return undefined
  }
}
