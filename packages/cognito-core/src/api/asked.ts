import type { AnswerTo, ChallengeDetails, ChallengeKind, ChallengeOf } from './challenges.ts'

/** What Cognito says of a challenge. */
export interface Told {
  parameters: Readonly<Record<string, string>>
  /** Its names for the ways in which the user can sign in, where it lists any. */
  available?: readonly unknown[]
  /** The key of a new authenticator app, for the kinds that want one. */
  secret?: string
}

/** What an answer does. */
export type Move =
  /** It is sent. */
  | { do: 'respond'; responses: Readonly<Record<string, string>> }
  /** It is sent with the public half of an SRP exchange, and the proof that is asked for then follows by itself. */
  | { do: 'prove'; password: string; responses: Readonly<Record<string, string>> }
  /** The code of a new authenticator app is checked first; with a right one, the answer is sent. */
  | { do: 'verify-app'; code: string; deviceName?: string }
  /** Nothing is sent: it is another kind of the same challenge from now on. */
  | { do: 'turn'; into: ChallengeKind; told: Told }

/** How one kind of challenge is read from what Cognito told, and what its answer does. */
export interface Asked<Kind extends ChallengeKind> {
  kind: Kind
  /** Whether it is this kind, where Cognito's name for it says it not by itself. */
  fits?: (told: Told) => boolean
  /** A key for an authenticator app is fetched before the user is asked. */
  wantsSecret?: true
  /** What a refusal in words that nobody knows is about, where not the name or a password. */
  refusedAs?: 'COGNITO_PASSKEY_REJECTED'
  details: (told: Told) => ChallengeDetails[Kind]
  /** @throws CognitoError `COGNITO_INVALID_INPUT` that names the field of the answer. */
  move: (answer: Partial<AnswerTo[Kind]>, challenge: ChallengeOf<Kind>) => Move
}

export type AnyAsked = { [Kind in ChallengeKind]: Asked<Kind> }[ChallengeKind]
