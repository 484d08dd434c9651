import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { type AwsError, invalidParameter } from '../aws-error.ts'
import { type JsonRecord, jsonRecord } from './json-record.ts'

type IsValid = (value: unknown) => boolean
type Members = Readonly<Record<string, IsValid>>

/** Source: a refused payload in aws/aws-sdk-net#4386. */
export const invalidCredential = (): AwsError => invalidParameter('Credential data is not valid')

const isBytes: IsValid = (value) => typeof value === 'string' && /^[\w-]+$/.test(value)
const isObject: IsValid = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isAttachment: IsValid = (value) => value === 'platform' || value === 'cross-platform'
const isNameList: IsValid = (value) =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string')
const isOptional =
  (isValid: IsValid): IsValid =>
  (value) =>
    value === undefined || value === null || isValid(value)

const credentialMembers: Members = {
  id: isBytes,
  rawId: isBytes,
  type: (value) => value === 'public-key',
  clientExtensionResults: isObject,
  authenticatorAttachment: isOptional(isAttachment),
  response: isObject,
}

const attestationMembers: Members = {
  clientDataJSON: isBytes,
  attestationObject: isBytes,
  authenticatorData: isBytes,
  transports: isNameList,
  publicKeyAlgorithm: Number.isInteger,
  publicKey: isOptional(isBytes),
}

const assertionMembers: Members = {
  clientDataJSON: isBytes,
  authenticatorData: isBytes,
  signature: isBytes,
  userHandle: isOptional(isBytes),
}

const hasMembers = (members: Members, record: JsonRecord): boolean =>
  Object.entries(members).every(([name, isValid]) => isValid(record[name]))

const checkCredential = (untrusted: unknown, responseMembers: Members): JsonRecord => {
  const credential = jsonRecord(untrusted)
  const isWhole =
    hasMembers(credentialMembers, credential) &&
    credential['id'] === credential['rawId'] &&
    hasMembers(responseMembers, jsonRecord(credential['response']))
  if (!isWhole) throw invalidCredential()
  return credential
}

/**
 * The form of what `CompleteWebAuthnRegistration` is given, RegistrationResponseJSON.
 * @throws {AwsError} InvalidParameterException
 */
export const readRegistration = (untrusted: unknown): RegistrationResponseJSON =>
  checkCredential(untrusted, attestationMembers) as unknown as RegistrationResponseJSON

const parse = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    throw invalidCredential()
  }
}

/**
 * The form of what answers WEB_AUTHN, AuthenticationResponseJSON as JSON.
 * @throws {AwsError} InvalidParameterException
 */
export const readAssertion = (untrustedJson: string): AuthenticationResponseJSON =>
  checkCredential(parse(untrustedJson), assertionMembers) as unknown as AuthenticationResponseJSON
