import { createRequire } from 'node:module'
import type { SrpVariant } from './time-sign-in.ts'

interface BigInteger {
  toString(radix: number): string
}

interface AuthenticationHelper {
  readonly A: BigInteger
  getPasswordAuthenticationKey(input: {
    username: string
    password: string
    serverBValue: BigInteger
    salt: BigInteger
  }): Promise<Uint8Array>
}

interface Internals {
  readonly getAuthenticationHelper: (poolName: string) => Promise<AuthenticationHelper>
  readonly getNowString: () => string
  readonly getSignatureString: (input: {
    userPoolName: string
    username: string
    challengeParameters: Readonly<Record<string, string>>
    dateNow: string
    hkdf: Uint8Array
  }) => string
}

// Amplify's sign-in exports none of its arithmetic either, and belongs to the package it installs.
const require = createRequire(import.meta.url)
const requireAmplify = createRequire(require.resolve('aws-amplify/package.json'))
const srp = requireAmplify
  .resolve('@aws-amplify/auth/package.json')
  .replace(/package\.json$/, 'dist/cjs/providers/cognito/utils/srp')
const { getAuthenticationHelper, getNowString, getSignatureString } = require(srp) as Internals
const { BigInteger } = require(`${srp}/BigInteger`) as {
  BigInteger: new (digits: string, radix: number) => BigInteger
}

/** What `handleUserSRPAuthFlow` and `handlePasswordVerifierChallenge` do. */
export const amplify: SrpVariant = {
  name: '@aws-amplify/auth',
  signIn: async ({ account, challengeFor, timed }) => {
    const helper = await timed('start', () => getAuthenticationHelper(account.poolName))
    const challenge = await challengeFor(helper.A.toString(16))
    return timed('finish', async () => {
      const hkdf = await helper.getPasswordAuthenticationKey({
        username: account.userIdForSrp,
        password: account.password,
        serverBValue: new BigInteger(challenge.B, 16),
        salt: new BigInteger(challenge.salt, 16),
      })
      const timestamp = getNowString()
      const signature = getSignatureString({
        userPoolName: account.poolName,
        username: account.userIdForSrp,
        challengeParameters: { SECRET_BLOCK: challenge.secretBlock },
        dateNow: timestamp,
        hkdf,
      })
      return { signature, timestamp }
    })
  },
}
