import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const peer = require('amazon-cognito-identity-js')
const AuthenticationHelper = require('amazon-cognito-identity-js/lib/AuthenticationHelper').default
const BigInteger = require('amazon-cognito-identity-js/lib/BigInteger').default

/** Runs `act` with some properties of `target` replaced, and puts them back. */
const replacing = (target, replacements, act) => {
  const originals = Object.keys(replacements).map((name) => [name, target[name]])
  Object.assign(target, replacements)
  try {
    return act()
  } finally {
    Object.assign(target, Object.fromEntries(originals))
  }
}

const clockAt = (nowMs) =>
  class extends Date {
    constructor() {
      super(nowMs)
    }
  }

/**
 * One whole sign-in by amazon-cognito-identity-js, its transport answering with `peerCase`'s
 * challenge. Only its random `a` and its clock are given; the arithmetic is its own, and is watched.
 */
export const identityJsSignIn = (peerCase) => {
  const { a, salt, B, secretBlock, poolName, userIdForSrp, password, nowMs } = peerCase
  const seen = {}
  const transport = {
    request: (operation, request, answer) => {
      if (operation === 'InitiateAuth') {
        seen.A = request.AuthParameters.SRP_A
        const ChallengeParameters = {
          SALT: salt,
          SRP_B: B,
          SECRET_BLOCK: secretBlock,
          USER_ID_FOR_SRP: userIdForSrp,
        }
        answer(null, { ChallengeName: 'PASSWORD_VERIFIER', ChallengeParameters })
      } else {
        seen.timestamp = request.ChallengeResponses.TIMESTAMP
        seen.signature = request.ChallengeResponses.PASSWORD_CLAIM_SIGNATURE
      }
    },
  }
  const { computehkdf } = AuthenticationHelper.prototype
  const watched = {
    generateRandomSmallA: () => new BigInteger(a, 16),
    computehkdf(S, u) {
      const key = computehkdf.call(this, S, u)
      seen.S = S.toString('hex')
      seen.key = Buffer.from(key).toString('hex')
      return key
    },
  }
  const Pool = new peer.CognitoUserPool({ UserPoolId: `eu-west-1_${poolName}`, ClientId: 'client' })
  Pool.client = transport
  const user = new peer.CognitoUser({ Username: 'typed name', Pool })
  const details = new peer.AuthenticationDetails({ Username: 'typed name', Password: password })
  const onFailure = (error) => {
    throw error
  }
  replacing(AuthenticationHelper.prototype, watched, () =>
    replacing(globalThis, { Date: clockAt(nowMs) }, () =>
      user.authenticateUser(details, { onFailure }),
    ),
  )
  return seen
}
