import type { User } from '../user-store.ts'

/** Who a user is at another provider, as the attribute `identities` has it. */
export interface Identity {
  userId: string
  providerName: string
  providerType: string
  issuer: null
  primary: boolean
  /** Unix milliseconds. */
  dateCreated: number
}

const socialProviders = ['Facebook', 'Google', 'LoginWithAmazon', 'SignInWithApple']

export const createIdentity = (input: {
  userId: string
  providerName: string
  nowMs: number
}): Identity => ({
  userId: input.userId,
  providerName: input.providerName,
  providerType: socialProviders.includes(input.providerName) ? input.providerName : 'OIDC',
  issuer: null,
  primary: false,
  dateCreated: input.nowMs,
})

export const isSameIdentity = (
  a: Pick<Identity, 'userId' | 'providerName'>,
  b: Pick<Identity, 'userId' | 'providerName'>,
): boolean => a.userId === b.userId && a.providerName === b.providerName

export const identitiesOf = ({ attributes }: Pick<User, 'attributes'>): readonly Identity[] =>
  JSON.parse(attributes['identities'] ?? '[]')

/** What changes with a user's identities; who has none has no such attribute. */
export const withIdentities = (
  { attributes }: User,
  identities: readonly Identity[],
): Pick<User, 'attributes'> => {
  const { identities: _replaced, ...others } = attributes
  return {
    attributes:
      identities.length > 0 ? { ...others, identities: JSON.stringify(identities) } : others,
  }
}

/** In ID tokens everything in them is a string. */
export const identityClaims = (attributes: User['attributes']): object => {
  const identities = identitiesOf({ attributes })
  if (identities.length === 0) return {}
  return {
    identities: identities.map(({ primary, dateCreated, ...identity }) => ({
      ...identity,
      primary: String(primary),
      dateCreated: String(dateCreated),
    })),
  }
}
