import { randomBytes } from 'node:crypto'
import { notAuthorized } from './aws-error.ts'
import type { Clock } from './clock.ts'
import type { CustomAuth } from './custom-auth/custom-auth.ts'

/** What a Session string is bound to. */
export interface SessionBinding {
  clientId: string
  /** Of the user: a name may be somebody else's later. See `subjectOf` for who does not exist. */
  sub: string
  challenge: string
}

/** What is carried to the next step. */
export interface SessionState {
  /** Whether the answer is the first factor: nothing is proved yet. */
  isFirstFactor?: boolean | undefined
  /** Of MFA_SETUP: whether an authenticator app has shown a right code. */
  isTotpVerified?: boolean | undefined
  /** Of MFA_SETUP by e-mail: the address that the code went to. */
  emailToSetUp?: string | undefined
  customAuth?: CustomAuth | undefined
}

interface KnownSession extends SessionBinding, SessionState {
  expiresAt: number
  isUsed: boolean
}

export interface ChallengeSessions {
  /** `lifetime` in seconds. Returns the opaque Session string. */
  open(binding: SessionBinding & SessionState & { lifetime: number }): string
  /**
   * @throws {AwsError} unless the Session was issued for exactly this, is unused and has not
   * expired
   */
  check(binding: SessionBinding & { untrustedSession: string }): SessionState
  /**
   * For whom and what the Session was issued, to operations that are told nothing but it.
   * @throws {AwsError} as `check`
   */
  identify(input: { untrustedSession: string; challenge: string }): SessionBinding & SessionState
  /** As `check`, but of a Session of any age. @throws {AwsError} */
  checkBinding(binding: SessionBinding & { untrustedSession: string }): void
  /**
   * Answered rightly: the same Session is refused from now on.
   * @throws {AwsError} when another answer was first, while this one was waited for
   */
  consume(session: string): void
}

export const createChallengeSessions = (clock: Clock): ChallengeSessions => {
  const sessions = new Map<string, KnownSession>()

  const find = ({
    untrustedSession,
    ...binding
  }: SessionBinding & { untrustedSession: string }): KnownSession => {
    const known = sessions.get(untrustedSession)
    if (
      known?.clientId !== binding.clientId ||
      known.sub !== binding.sub ||
      known.challenge !== binding.challenge
    ) {
      throw notAuthorized('Invalid session for the user.')
    }
    return known
  }

  const checkIsUnused = ({ isUsed }: KnownSession): void => {
    if (isUsed) {
      throw notAuthorized('Invalid session for the user, session can only be used once.')
    }
  }

  const checkIsGood = (known: KnownSession): void => {
    checkIsUnused(known)
    if (clock.now() >= known.expiresAt) {
      throw notAuthorized('Invalid session for the user, session is expired.')
    }
  }

  return {
    open: ({ lifetime, ...binding }) => {
      const session = `AYABe${randomBytes(1150).toString('base64url')}`
      sessions.set(session, { ...binding, expiresAt: clock.now() + lifetime, isUsed: false })
      return session
    },
    check: (binding) => {
      const known = find(binding)
      checkIsGood(known)
      return known
    },
    identify: ({ untrustedSession, challenge }) => {
      const known = sessions.get(untrustedSession)
      if (known?.challenge !== challenge) throw notAuthorized('Invalid session for the user.')
      checkIsGood(known)
      return known
    },
    checkBinding: (binding) => {
      find(binding)
    },
    consume: (session) => {
      const known = sessions.get(session)
      if (!known) return
      checkIsUnused(known)
      sessions.set(session, { ...known, isUsed: true })
    },
  }
}
