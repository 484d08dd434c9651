import type { AuthOperations, Operations, Send } from './api/operations.ts'
import { type CallOptions, metadataMember } from './context.ts'
import { requireText, requireTexts } from './require-text.ts'

/** Rides along with the calls of a sign-in that a backend makes. */
export interface AdminSignInOptions extends Omit<CallOptions, 'device'> {
  /** What threat protection is told about the user's request. */
  device?: {
    ipAddress: string
    encodedData?: string
    /** Of this service, such as `api.example.com`. */
    serverName?: string
    /** Such as `/sign-in`. */
    serverPath?: string
    /** Of the user's request, by name. */
    headers?: Readonly<Record<string, string>>
  }
}

type ContextData = Operations['AdminInitiateAuth'][0]['ContextData']

/**
 * As a backend signs somebody in, with AWS credentials.
 *
 * @throws CognitoError `COGNITO_INVALID_INPUT` that names the field of `device`.
 */
export const adminAuth = (
  send: Send,
  { userPoolId, device }: { userPoolId: string } & Pick<AdminSignInOptions, 'device'>,
): AuthOperations => {
  const ContextData = device && contextDataOf(device)
  const members = { UserPoolId: userPoolId, ...(ContextData && { ContextData }) }
  return {
    initiate: (input, call) =>
      send('AdminInitiateAuth', { ...members, ...input, ...metadataMember(call) }, call),
    respond: (input, call) =>
      send('AdminRespondToAuthChallenge', { ...members, ...input, ...metadataMember(call) }, call),
  }
}

/** Cognito wants every member of it but `EncodedData`. */
const contextDataOf = (device: NonNullable<AdminSignInOptions['device']>): ContextData => {
  const { encodedData, serverName = '', serverPath = '', headers = {} } = device
  return {
    IpAddress: requireText('device.ipAddress', device.ipAddress),
    ServerName: serverName,
    ServerPath: serverPath,
    HttpHeaders: Object.entries(requireTexts('device.headers', headers)).map(
      ([headerName, headerValue]) => ({ headerName, headerValue }),
    ),
    ...(encodedData && { EncodedData: encodedData }),
  }
}
