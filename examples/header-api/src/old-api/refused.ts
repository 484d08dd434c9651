/** The password was right, and something else is to be done first. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly statusCode = 403
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}
