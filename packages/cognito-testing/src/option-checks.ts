/** Checks one option. `path` names it in the message, such as `clients[0].lifetimes.access`. */
export type Check = (path: string, value: unknown) => void

/** Throws a TypeError that names the option. */
export const refuse = (path: string, reason: string): never => {
  throw new TypeError(`@x/cognito-testing: ${path} ${reason}`)
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isString: Check = (path, value) => {
  if (typeof value !== 'string' || value === '') refuse(path, 'must be a non-empty string')
}

export const isBoolean: Check = (path, value) => {
  if (typeof value !== 'boolean') refuse(path, 'must be true or false')
}

export const isFunction: Check = (path, value) => {
  if (typeof value !== 'function') refuse(path, 'must be a function')
}

export const isInteger =
  (range: { from: number; to: number }): Check =>
  (path, value) => {
    if (!Number.isInteger(value) || Number(value) < range.from || Number(value) > range.to) {
      refuse(path, `must be a whole number from ${range.from} to ${range.to}`)
    }
  }

export const matches =
  (pattern: RegExp, example: string): Check =>
  (path, value) => {
    if (typeof value !== 'string' || !pattern.test(value)) refuse(path, `must look like ${example}`)
  }

export const isOneOf =
  (...known: readonly string[]): Check =>
  (path, value) => {
    if (known.some((entry) => entry === value)) return
    refuse(path, `must be one of ${known.join(', ')}, not ${JSON.stringify(value)}`)
  }

export const isListOf =
  (check: Check): Check =>
  (path, value) => {
    if (!Array.isArray(value)) return refuse(path, 'must be a list')
    for (const [index, entry] of value.entries()) check(`${path}[${index}]`, entry)
  }

/** A list in which every value may be once. */
export const isSetOf =
  (check: Check): Check =>
  (path, value) => {
    isListOf(check)(path, value)
    if (Array.isArray(value) && new Set(value).size < value.length) {
      refuse(path, 'must not repeat an entry')
    }
  }

export const isRecordOf =
  (check: Check): Check =>
  (path, value) => {
    if (!isObject(value)) return refuse(path, 'must be an object')
    for (const [name, entry] of Object.entries(value)) check(`${path}.${name}`, entry)
  }

/** An object with these members and no others; a member set to undefined counts as left out. */
export const isObjectOf =
  (members: Readonly<Record<string, Check>>, required: readonly string[] = []): Check =>
  (path, value) => {
    if (!isObject(value)) return refuse(path, 'must be an object')
    const prefix = path === 'options' ? '' : `${path}.`
    for (const [name, entry] of Object.entries(value)) {
      const check = Object.hasOwn(members, name) ? members[name] : undefined
      if (!check) {
        refuse(
          `${prefix}${name}`,
          `is not an option (there are ${Object.keys(members).join(', ')})`,
        )
      } else if (entry !== undefined) check(`${prefix}${name}`, entry)
    }
    for (const name of required) {
      if (value[name] === undefined) refuse(`${prefix}${name}`, 'is missing')
    }
  }
