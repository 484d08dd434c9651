import type { TokenSet } from './access-tokens.ts'
import type { Verifier } from './verifiers.ts'

const accepts = ({ verify }: Verifier, token: string): Promise<boolean> =>
  verify(token).then(
    () => true,
    () => false,
  )

/** @throws Error where a verifier does less than the others, and so could not be compared. */
export const checkVerdicts = async (
  verifier: Verifier,
  { tokens, badTokens }: Pick<TokenSet, 'tokens' | 'badTokens'>,
): Promise<void> => {
  for (const token of tokens)
    if (!(await accepts(verifier, token))) throw new Error(`${verifier.name} refuses a good token`)
  for (const [reason, token] of Object.entries(badTokens))
    if (await accepts(verifier, token)) throw new Error(`${verifier.name} takes a token ${reason}`)
}
