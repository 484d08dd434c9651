/** The options cannot work. Thrown at start-up, never while serving. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
  /** The option at fault, such as `userPoolId` or `session.secrets[0]`. */
  readonly option: string

  constructor(option: string, problem: string) {
    super(`${option}: ${problem}`)
    this.option = option
  }
}
