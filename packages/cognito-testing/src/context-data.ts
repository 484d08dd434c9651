/** UserContextData, as AWS spells it: what a call tells of whoever is at the other end. */
export interface ContextData {
  IpAddress?: string
  /** What a script in a browser gathers for threat protection. */
  EncodedData?: string
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const textOf = (data: Readonly<Record<string, unknown>>, name: keyof ContextData): ContextData => {
  const value = data[name]
  return typeof value === 'string' ? { [name]: value } : {}
}

/** That of a request; undefined where there is none. */
export const readContextData = (body: string): ContextData | undefined => {
  const untrusted = parse(body)
  const data = isObject(untrusted) ? untrusted['UserContextData'] : undefined
  return isObject(data)
    ? { ...textOf(data, 'IpAddress'), ...textOf(data, 'EncodedData') }
    : undefined
}
