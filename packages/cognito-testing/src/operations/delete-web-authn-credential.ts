import { AwsError } from '../aws-error.ts'
import { readAccessToken } from '../read-access-token.ts'
import { defineOperation, type Operation, token } from './operation.ts'

export const deleteWebAuthnCredential: Operation = defineOperation(
  { AccessToken: token, CredentialId: { type: 'string', required: true } },
  (pool, { AccessToken, CredentialId }) => {
    const { user } = readAccessToken(pool, AccessToken)
    const passkeys = user.passkeys.filter(({ id }) => id !== CredentialId)
    if (passkeys.length === user.passkeys.length) {
      throw new AwsError('ResourceNotFoundException', 'Passkey does not exist.')
    }
    pool.users.update(user.username, { passkeys })
    return {}
  },
)
