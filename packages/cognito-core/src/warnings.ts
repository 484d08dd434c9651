/** What does not stop a call, but should not go on unseen. */
export interface CognitoWarning {
  code:
    | 'COGNITO_CLOCK_SKEW'
    | 'COGNITO_DEVICE_NOT_CONFIRMED'
    | 'COGNITO_CLIENT_SECRET_REFUSED'
    | 'COGNITO_SRP_WORKER_FAILED'
  /** For whoever runs the service. Names no user and holds no secret. */
  message: string
  params: Readonly<Record<string, string>>
}

export type Warn = (warning: CognitoWarning) => void

const emitWarning: Warn = ({ code, message }) =>
  process.emitWarning(message, { type: 'CognitoWarning', code })

/** A callback that throws does not end the sign-in that it is told of. */
export const warnBy = (onWarning: Warn = emitWarning): Warn => {
  return (warning) => {
    try {
      onWarning(warning)
    } catch {
      emitWarning(warning)
    }
  }
}
