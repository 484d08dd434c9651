import type { AuthEventType } from '@aws-sdk/client-cognito-identity-provider'
import { unixSeconds } from './unix-seconds.ts'

/** Something a user did, as threat protection has written it down. Its words are Cognito's. */
export interface AuthEvent {
  id: string
  /** Such as `SignIn`, `SignUp` or `ForgotPassword`. */
  type: string
  /** `Pass`, `Fail` or `InProgress`. */
  response?: string
  /** Unix seconds. */
  createdAt: number
  /** Absent where threat protection took no look. */
  risk?: {
    /** Such as `NoRisk`, `AccountTakeover` or `Block`. */
    decision?: string
    /** `Low`, `Medium` or `High`. */
    level?: string
    compromisedCredentials?: boolean
  }
  /** What was asked, such as `Password` or `Mfa`, and whether it was answered well: `Success` or `Failure`. */
  challenges: readonly { name: string; response?: string }[]
  ipAddress?: string
  deviceName?: string
  location?: { city?: string; country?: string }
}

export const authEventOf = (described: AuthEventType): AuthEvent => {
  const { EventRisk: risk, EventContextData: context = {} } = described
  const { IpAddress: ipAddress, DeviceName: deviceName, City: city, Country: country } = context
  return {
    id: described.EventId ?? '',
    type: described.EventType ?? '',
    ...(described.EventResponse && { response: described.EventResponse }),
    createdAt: unixSeconds(described.CreationDate) ?? 0,
    ...(risk && {
      risk: {
        ...(risk.RiskDecision && { decision: risk.RiskDecision }),
        ...(risk.RiskLevel && { level: risk.RiskLevel }),
        ...(risk.CompromisedCredentialsDetected !== undefined && {
          compromisedCredentials: risk.CompromisedCredentialsDetected,
        }),
      },
    }),
    challenges: (described.ChallengeResponses ?? []).map(
      ({ ChallengeName, ChallengeResponse }) => ({
        name: ChallengeName ?? '',
        ...(ChallengeResponse && { response: ChallengeResponse }),
      }),
    ),
    ...(ipAddress && { ipAddress }),
    ...(deviceName && { deviceName }),
    ...((city || country) && {
      location: { ...(city && { city }), ...(country && { country }) },
    }),
  }
}
