const serverFaults: ReadonlySet<string> = new Set([
  'InternalErrorException',
  'InternalServerException',
])

/**
 * A refusal as Cognito words it; becomes an AWS JSON 1.1 error answer, and never leaves the pool as
 * an exception.
 */
export class AwsError extends Error {
  override readonly name: string
  /** HTTP status: 500 for the two server faults of the model, 400 for everything else. */
  readonly status: number

  constructor(name: string, message: string) {
    super(message)
    this.name = name
    this.status = serverFaults.has(name) ? 500 : 400
  }
}

export const notAuthorized = (message: string): AwsError =>
  new AwsError('NotAuthorizedException', message)

export const invalidParameter = (message: string): AwsError =>
  new AwsError('InvalidParameterException', message)

/**
 * What a wrong password, a forged proof and (with existence errors hidden) an unknown user all get.
 */
export const wrongCredentials = (): AwsError => notAuthorized('Incorrect username or password.')

/** Of a code that is not the one that was sent. */
export const codeMismatch = (): AwsError =>
  new AwsError('CodeMismatchException', 'Invalid verification code provided, please try again.')

/** Where no code was sent, or it was used, or its time is over. */
export const expiredCode = (): AwsError =>
  new AwsError('ExpiredCodeException', 'Invalid code provided, please request a code again.')
