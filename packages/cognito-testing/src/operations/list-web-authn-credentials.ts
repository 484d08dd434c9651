import { paginate } from '../paginate.ts'
import type { Passkey } from '../passkeys/passkey.ts'
import { readAccessToken } from '../read-access-token.ts'
import { defineOperation, type Operation, token } from './operation.ts'

const longestPage = 20

const describe = (passkey: Passkey): object => {
  const { id, name, relyingPartyId, attachment, transports, createdAt } = passkey
  return {
    CredentialId: id,
    FriendlyCredentialName: name,
    RelyingPartyId: relyingPartyId,
    ...(attachment && { AuthenticatorAttachment: attachment }),
    AuthenticatorTransports: transports,
    CreatedAt: createdAt,
  }
}

/** The oldest first. Whoever has passkeys sees them, also where passkeys are no first factor. */
export const listWebAuthnCredentials: Operation = defineOperation(
  {
    AccessToken: token,
    NextToken: { type: 'string', min: 1, max: 131_072, pattern: '[\\S]+' },
    MaxResults: { type: 'integer', min: 0, max: longestPage },
  },
  (pool, { AccessToken, NextToken, MaxResults }) => {
    const { user } = readAccessToken(pool, AccessToken)
    const placed = user.passkeys.map((passkey) => ({
      passkey,
      place: `${passkey.createdAt.toFixed(3)} ${passkey.id}`,
    }))
    const { page, nextToken } = paginate(pool, {
      list: `passkeys of ${user.sub}`,
      entries: placed.toSorted((a, b) => (a.place < b.place ? -1 : 1)),
      keyOf: ({ place }) => place,
      limit: MaxResults || longestPage,
      untrustedToken: NextToken,
    })
    return {
      Credentials: page.map(({ passkey }) => describe(passkey)),
      ...(nextToken !== undefined && { NextToken: nextToken }),
    }
  },
)
