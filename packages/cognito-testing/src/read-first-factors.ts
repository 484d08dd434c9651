import { refuse } from './option-checks.ts'
import type { TestPasskeyOptions, TestUserPoolOptions } from './options.ts'
import type { PoolSettings } from './pool-settings.ts'
import { withDefaults } from './with-defaults.ts'

const usualPasskeys: Required<TestPasskeyOptions> = {
  relyingPartyId: 'localhost',
  userVerification: 'preferred',
  asMfa: false,
}

/**
 * Source: AllowedFirstAuthFactors and FactorConfiguration in the reference of the Amazon Cognito
 * API.
 * @throws {TypeError} naming the option that cannot work
 */
export const readFirstFactors = (
  options: TestUserPoolOptions,
): Pick<PoolSettings, 'firstFactors' | 'passkeys'> => {
  const { firstFactors = ['password'], mfa } = options
  const hasPasskeys = firstFactors.includes('passkey')
  if (!firstFactors.includes('password')) refuse('firstFactors', "must have 'password'")
  if (options.passkeys && !hasPasskeys) refuse('passkeys', "needs 'passkey' in firstFactors")
  const passkeys = withDefaults(usualPasskeys, options.passkeys)
  const alone = firstFactors.find(
    (factor) => factor !== 'password' && !(factor === 'passkey' && passkeys.asMfa),
  )
  if (mfa === 'required' && alone) {
    const remedy = alone === 'passkey' ? ' unless passkeys.asMfa is true' : ''
    refuse('firstFactors', `must not have '${alone}' where mfa is 'required'${remedy}`)
  }
  return { firstFactors, ...(hasPasskeys && { passkeys }) }
}
