import { ConfigurationError } from '@x/cognito-core'

/** Every name that an interface has. */
export type Names<T> = Readonly<Record<keyof T, true>>

/** What Fastify itself takes with any `register`. */
const fastifysOwn: ReadonlySet<string> = new Set(['logLevel', 'logSerializers'])

export const checkNames = (input: {
  given: object
  known: object
  path: string
  /** What is meant by names that are none. */
  meant?: ReadonlyMap<string, string>
}): void => {
  const { given, known, path, meant } = input
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    fail(path || 'options', 'should be an object.')
  }
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(known, name) || fastifysOwn.has(name)) continue
    const hint = meant?.get(name)
    if (hint) fail(under(path, name), `is no option here. Use ${hint}.`)
    fail(under(path, name), `is no option. Options are ${Object.keys(known).join(', ')}.`)
  }
}

export const check = (
  value: unknown,
  isRight: (value: unknown) => boolean,
  path: string,
  problem: string,
): void => {
  if (value !== undefined && !isRight(value)) fail(path, problem)
}

export const fail: (path: string, problem: string) => never = (path, problem) => {
  throw new ConfigurationError(path, problem)
}

export const under = (path: string, name: string): string => (path ? `${path}.${name}` : name)
export const isBoolean = (value: unknown): boolean => typeof value === 'boolean'
export const isFunction = (value: unknown): boolean => typeof value === 'function'
export const isDuration = (value: unknown): boolean =>
  Number.isSafeInteger(value) && Number(value) > 0
/** At most a day. */
export const isPositive = (value: unknown): boolean =>
  typeof value === 'number' && value > 0 && value <= 86_400
export const isOneOf =
  (...known: readonly unknown[]) =>
  (value: unknown): boolean =>
    known.includes(value)
export const isSecure = (value: unknown): boolean => value === 'auto' || isBoolean(value)
export const isPrefix = (value: unknown): boolean =>
  typeof value === 'string' && (value === '' || value.startsWith('/'))
export const isToken = (value: unknown): boolean =>
  typeof value === 'string' && /^[\w.-]{1,128}$/.test(value)
export const isOrigin = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^https?:[^*]+$/.test(value) &&
  URL.canParse(value) &&
  new URL(value).origin === value
