import { checkNames, fail, isDuration, type Names } from '../option-checks.ts'
import { defaultRateLimits, type RateLimit, type RateLimits } from './presets.ts'

const rateLimitNames: Names<RateLimit> = { max: true, timeWindow: true }

/** @throws ConfigurationError that names the preset. */
export const checkRateLimits = (rateLimit: false | Partial<RateLimits> | undefined): void => {
  if (rateLimit === undefined || rateLimit === false) return
  checkNames({ given: rateLimit, known: defaultRateLimits, path: 'rateLimit' })
  for (const [preset, limit] of Object.entries(rateLimit)) {
    const path = `rateLimit.${preset}`
    checkNames({ given: limit, known: rateLimitNames, path })
    checkWhole(limit.max, `${path}.max`, 'should be a whole number above 0.')
    checkWhole(
      limit.timeWindow,
      `${path}.timeWindow`,
      'should be a whole number of seconds above 0.',
    )
  }
}

/** One that is missing is wrong as well. */
const checkWhole = (value: unknown, path: string, problem: string): void =>
  isDuration(value) ? undefined : fail(path, problem)
