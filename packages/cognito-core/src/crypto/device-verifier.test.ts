import { describe, expect, test } from 'vitest'
import vectors from '../../test/vectors/srp-generated.json' with { type: 'json' }
import { deviceVerifier } from './device-verifier.ts'

const { gen_device: known } = vectors
const device = { groupKey: known.deviceGroupKey, key: known.deviceKey }

describe('the verifier of a device', () => {
  test('is the one of the generated exchange', () => {
    const password = known.randomPassword
    const salt = Buffer.from(known.saltRawHex, 'hex')
    expect(deviceVerifier({ ...device, password, salt })).toEqual({
      password,
      salt: known.ConfirmDevice_Salt,
      verifier: known.ConfirmDevice_PasswordVerifier,
    })
  })

  test('is the one that another library published', () => {
    const made = deviceVerifier({
      groupKey: '-FDRunwQv',
      key: 'eu-west-2_627477ae-3631-4248-bed9-d2e934100372',
      password: 'BAUl',
      salt: Buffer.from('eb96', 'hex'),
    })
    expect(made.salt).toBe('AOuW')
    expect(made.verifier).toMatch(
      /^AId3eNiAEuiPgZh0E2vpuui6V04\+mfZvj6CuBDdiRwDDj40O.*x7KBFsGbw==$/,
    )
  })

  test('is of a new password of 40 bytes and a new salt each time', () => {
    const [one, two] = [deviceVerifier(device), deviceVerifier(device)]
    expect(Buffer.from(one.password, 'base64')).toHaveLength(40)
    expect(one.password).not.toBe(two.password)
    expect(one.salt).not.toBe(two.salt)
    expect(Buffer.from(one.salt, 'base64').length).toBeLessThanOrEqual(17)
  })
})
