// The parts of amazon-cognito-identity-js that its own types leave out.

declare module 'amazon-cognito-identity-js/lib/BigInteger.js' {
  class BigInteger {
    constructor(digits: string, radix: number)
    toString(radix: number): string
  }
  const module: { readonly default: typeof BigInteger }

  export = module
}

declare module 'amazon-cognito-identity-js/lib/AuthenticationHelper.js' {
  import type { BigInteger } from 'amazon-cognito-identity-js/lib/BigInteger.js'

  type Callback<T> = (error: Error | null, value: T) => void

  class AuthenticationHelper {
    constructor(poolName: string)
    getLargeAValue(callback: Callback<BigInteger>): void
    getPasswordAuthenticationKey(
      username: string,
      password: string,
      B: BigInteger,
      salt: BigInteger,
      callback: Callback<Uint8Array>,
    ): void
  }
  const module: { readonly default: typeof AuthenticationHelper }

  export = module
}
