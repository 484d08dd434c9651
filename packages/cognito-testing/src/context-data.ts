/** UserContextData (of operators ContextData), as AWS spells it: what a call tells of whoever is at the other end. */
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

const dataOf = (body: string): Readonly<Record<string, unknown>> | undefined => {
  const untrusted = parse(body)
  if (!isObject(untrusted)) return undefined
  const data = untrusted['UserContextData'] ?? untrusted['ContextData']
  return isObject(data) ? data : undefined
}

/** That of a request; undefined where there is none. */
export const readContextData = (body: string): ContextData | undefined => {
  const data = dataOf(body)
  return data && { ...textOf(data, 'IpAddress'), ...textOf(data, 'EncodedData') }
}

const isUserAgent = (header: unknown): header is { headerValue: string } =>
  isObject(header) &&
  typeof header['headerName'] === 'string' &&
  header['headerName'].toLowerCase() === 'user-agent' &&
  typeof header['headerValue'] === 'string'

/** That of the user in whose name an operator calls, where it is told. */
export const readForwardedUserAgent = (body: string): string | undefined => {
  const headers = dataOf(body)?.['HttpHeaders']
  return Array.isArray(headers) ? headers.find(isUserAgent)?.headerValue : undefined
}
