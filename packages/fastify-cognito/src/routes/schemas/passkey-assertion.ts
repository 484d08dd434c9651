import { publicKey } from './public-key.ts'

const base64url = { type: 'string', maxLength: 8192, pattern: '^[\\w-]*$' } as const

const userHandle = { type: ['string', 'null'], maxLength: 8192, pattern: '^[\\w-]*$' } as const

/** `AuthenticationResponseJSON`: what `PublicKeyCredential.toJSON()` gives. */
export const passkeyAssertion = {
  type: 'object',
  required: ['id', 'rawId', 'type', 'response'],
  properties: {
    id: base64url as typeof base64url,
    rawId: base64url as typeof base64url,
    type: publicKey as typeof publicKey,
    authenticatorAttachment: { type: ['string', 'null'], maxLength: 64 },
    clientExtensionResults: { type: 'object' },
    response: {
      type: 'object',
      required: ['clientDataJSON', 'authenticatorData', 'signature'],
      properties: {
        clientDataJSON: base64url as typeof base64url,
        authenticatorData: base64url as typeof base64url,
        signature: base64url as typeof base64url,
        userHandle: userHandle as typeof userHandle,
      },
    },
  },
} as const
