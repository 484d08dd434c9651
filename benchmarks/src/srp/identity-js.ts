import helperModule from 'amazon-cognito-identity-js/lib/AuthenticationHelper.js'
import bigIntegerModule from 'amazon-cognito-identity-js/lib/BigInteger.js'
import { signature, timestampOf } from './protocol.ts'
import type { SrpVariant } from './time-sign-in.ts'

const AuthenticationHelper = helperModule.default
const BigInteger = bigIntegerModule.default

/** What `CognitoUser.authenticateUser` does; the last HMAC is Node's, in the library's favour. */
export const identityJs: SrpVariant = {
  name: 'amazon-cognito-identity-js',
  signIn: async ({ account, challengeFor, timed }) => {
    const { helper, A } = await timed('start', () => {
      const helper = new AuthenticationHelper(account.poolName)
      let A = ''
      helper.getLargeAValue((error, value) => {
        if (error) throw error
        A = value.toString(16)
      })
      return { helper, A }
    })
    const challenge = await challengeFor(A)
    return timed('finish', () => {
      const B = new BigInteger(challenge.B, 16)
      const salt = new BigInteger(challenge.salt, 16)
      const timestamp = timestampOf(new Date())
      let key = Buffer.alloc(0)
      helper.getPasswordAuthenticationKey(
        account.userIdForSrp,
        account.password,
        B,
        salt,
        (error, value) => {
          if (error) throw error
          key = Buffer.from(value)
        },
      )
      return { signature: signature({ key, account, challenge, timestamp }), timestamp }
    })
  },
}
