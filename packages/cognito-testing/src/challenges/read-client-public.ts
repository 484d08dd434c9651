import { invalidParameter } from '../aws-error.ts'
import { type AuthParameters, requireParameter } from '../require-parameter.ts'
import { N } from '../srp-server.ts'

/** A, from SRP_A. @throws {AwsError} InvalidParameterException */
export const readClientPublic = (parameters: AuthParameters): bigint => {
  const untrustedHex = requireParameter(parameters, 'SRP_A')
  if (!/^[0-9a-fA-F]{1,1024}$/.test(untrustedHex)) throw invalidParameter('Invalid SRP_A')
  const A = BigInt(`0x${untrustedHex}`)
  if (A % N === 0n) throw invalidParameter('Invalid SRP_A')
  return A % N
}
