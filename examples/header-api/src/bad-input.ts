/** What was sent cannot be read. The message names where it stood, and never holds what it was. */
export class BadInput extends Error {
  override readonly name = 'BadInput'
  readonly code = 'INVALID_INPUT'
  readonly statusCode = 400
}
