import { createSeal, type Seal, type SealPurpose } from './seal.ts'

type Secrets = readonly [string, ...string[]]

/** One for each purpose. What waits for its user to go on is sealed with secrets of its own. */
export const createSeals = ({
  audience,
  secrets,
  pendingSecrets,
}: {
  audience: string
  secrets: Secrets
  pendingSecrets: Secrets
}): Readonly<Record<SealPurpose, Seal>> => {
  const kept = { audience, secrets }
  const pending = { audience, secrets: pendingSecrets }
  return {
    session: createSeal({ ...kept, purpose: 'session' }),
    device: createSeal({ ...kept, purpose: 'device' }),
    challenge: createSeal({ ...pending, purpose: 'challenge' }),
    'sign-up': createSeal({ ...pending, purpose: 'sign-up' }),
  }
}
