import type { ClientSecretDescriptorType } from '@aws-sdk/client-cognito-identity-provider'
import { unixSeconds } from './unix-seconds.ts'

/** One of the two secrets that an app client may have. */
export interface ClientSecret {
  /** Names it to `remove`; no secret. */
  id: string
  /** Told once, where Cognito made it up. Secret. */
  value?: string
  /** Unix seconds. */
  createdAt: number
}

export const clientSecretOf = (described: ClientSecretDescriptorType): ClientSecret => ({
  id: described.ClientSecretId ?? '',
  ...(described.ClientSecretValue && { value: described.ClientSecretValue }),
  createdAt: unixSeconds(described.ClientSecretCreateDate) ?? 0,
})
