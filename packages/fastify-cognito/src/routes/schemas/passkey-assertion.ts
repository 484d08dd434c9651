import { publicKey } from './public-key.ts'

const base64url = { type: 'string', maxLength: 8192, pattern: '^[\\w-]*$' } as const

/** `AuthenticationResponseJSON`: what `PublicKeyCredential.toJSON()` gives. */
export const passkeyAssertion = {
  type: 'object',
  required: ['id', 'rawId', 'type', 'response'],
  properties: {
    id: base64url,
    rawId: base64url,
    type: publicKey,
    authenticatorAttachment: { type: ['string', 'null'], maxLength: 64 },
    clientExtensionResults: { type: 'object' },
    response: {
      type: 'object',
      required: ['clientDataJSON', 'authenticatorData', 'signature'],
      properties: {
        clientDataJSON: base64url,
        authenticatorData: base64url,
        signature: base64url,
        userHandle: { ...base64url, type: ['string', 'null'] },
      },
    },
  },
} as const
