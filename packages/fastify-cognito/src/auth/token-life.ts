import { issuedClaims } from './issued-claims.ts'

const longest = 24 * 60 * 60

/**
 * How long access tokens live where this one comes from, in seconds. Only for a token that Cognito itself
 * has handed over.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html
 * AccessTokenValidity: at most a day
 */
export const tokenLife = (issuedToken: string): number => {
  try {
    const { exp, iat } = issuedClaims(issuedToken)
    return lifeOf({ exp, iat })
  } catch {
    return longest
  }
}

export const lifeOf = ({ exp, iat }: { exp: number; iat: number }): number =>
  exp > iat ? Math.min(exp - iat, longest) : longest
