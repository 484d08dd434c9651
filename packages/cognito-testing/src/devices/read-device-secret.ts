import { invalidParameter } from '../aws-error.ts'
import { N } from '../srp-server.ts'
import type { DeviceSecret } from './device.ts'

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/**
 * A positive number as Java's BigInteger writes it. Without the zero before a high bit it would be
 * negative, and no proof would ever be right.
 */
const readNumber = (config: Readonly<Record<string, unknown>>, name: string): bigint => {
  const untrusted = config[name]
  const bytes =
    typeof untrusted === 'string' && base64.test(untrusted)
      ? Buffer.from(untrusted, 'base64')
      : Buffer.alloc(0)
  const value = (bytes[0] ?? 0) > 127 ? 0n : BigInt(`0x0${bytes.toString('hex')}`)
  if (value > 0n && value < N) return value
  throw invalidParameter(
    `Invalid DeviceSecretVerifierConfig: ${name} must be the bytes of a positive number in base64`,
  )
}

/** @throws {AwsError} InvalidParameterException */
export const readDeviceSecret = (
  untrustedConfig: Readonly<Record<string, unknown>> | undefined,
): DeviceSecret => {
  if (untrustedConfig === undefined) {
    throw invalidParameter('Missing required parameter DeviceSecretVerifierConfig')
  }
  return {
    salt: readNumber(untrustedConfig, 'Salt'),
    verifier: readNumber(untrustedConfig, 'PasswordVerifier'),
  }
}
