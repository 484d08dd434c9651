import { ConfigurationError } from '../src/errors/configuration-error.ts'

/** What an act is refused for. @throws Error where it is not, or for another reason. */
export const configurationErrorOf = (act: () => unknown): ConfigurationError => {
  try {
    act()
  } catch (error) {
    if (error instanceof ConfigurationError) return error
    throw error
  }
  throw new Error('nothing was refused')
}
