import { publicKey } from './public-key.ts'

const passkey = {
  type: 'object',
  required: ['id', 'name', 'relyingPartyId', 'transports', 'createdAt'],
  additionalProperties: false,
  properties: {
    id: { type: 'string' },
    name: { type: 'string', description: 'As Cognito calls it, such as iCloud Keychain.' },
    relyingPartyId: { type: 'string' },
    attachment: { type: 'string', description: '`platform` or `cross-platform`.' },
    transports: { type: 'array', items: { type: 'string' } },
    createdAt: { type: 'integer', description: 'In Unix seconds.' },
  },
} as const

/** `GET /passkeys` */
export const passkeysAnswer = {
  type: 'object',
  required: ['passkeys'],
  additionalProperties: false,
  properties: { passkeys: { type: 'array', items: passkey as typeof passkey } },
} as const

const requirement = { type: 'string', enum: ['discouraged', 'preferred', 'required'] } as const

/** What is known of `PublicKeyCredentialCreationOptionsJSON`; whatever else Cognito says is passed on. */
export const creationOptions = {
  type: 'object',
  description: 'For `PublicKeyCredential.parseCreationOptionsFromJSON()`.',
  required: ['challenge', 'pubKeyCredParams', 'rp', 'user'],
  properties: {
    challenge: { type: 'string' },
    rp: {
      type: 'object',
      required: ['name'],
      properties: { id: { type: 'string' }, name: { type: 'string' } },
    },
    user: {
      type: 'object',
      required: ['id', 'name', 'displayName'],
      properties: {
        id: { type: 'string' },
        name: { type: 'string' },
        displayName: { type: 'string' },
      },
    },
    pubKeyCredParams: {
      type: 'array',
      items: {
        type: 'object',
        required: ['type', 'alg'],
        properties: { type: { type: 'string', const: 'public-key' }, alg: { type: 'integer' } },
      },
    },
    timeout: { type: 'integer', description: 'In milliseconds.' },
    excludeCredentials: {
      type: 'array',
      items: {
        type: 'object',
        required: ['type', 'id'],
        properties: { type: { type: 'string', const: 'public-key' }, id: { type: 'string' } },
      },
    },
    authenticatorSelection: {
      type: 'object',
      properties: {
        residentKey: requirement as typeof requirement,
        requireResidentKey: { type: 'boolean' },
        userVerification: requirement as typeof requirement,
      },
    },
  },
} as const

const base64url = { type: 'string', minLength: 1, pattern: '^[A-Za-z0-9_-]*$' } as const

/** What is needed of `RegistrationResponseJSON`; whatever else a browser says is passed on. */
const registration = {
  type: 'object',
  description: 'What `credential.toJSON()` gives.',
  required: ['id', 'rawId', 'type', 'response'],
  properties: {
    id: base64url as typeof base64url,
    rawId: base64url as typeof base64url,
    type: publicKey as typeof publicKey,
    response: {
      type: 'object',
      required: ['clientDataJSON', 'attestationObject'],
      properties: {
        clientDataJSON: base64url as typeof base64url,
        attestationObject: base64url as typeof base64url,
      },
    },
  },
} as const

/** `POST /passkeys/finish` */
export const finishPasskeyBody = {
  type: 'object',
  additionalProperties: false,
  required: ['credential'],
  properties: { credential: registration as typeof registration },
} as const

/** `DELETE /passkeys/:id` */
export const passkeyParams = {
  type: 'object',
  required: ['id'],
  properties: {
    id: { type: 'string', minLength: 1, maxLength: 1024, pattern: '^[A-Za-z0-9_-]*$' },
  },
} as const
