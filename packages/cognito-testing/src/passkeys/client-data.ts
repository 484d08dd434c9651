import { jsonRecord } from './json-record.ts'

/** What a browser says of a ceremony. Source: CollectedClientData of Web Authentication Level 3. */
export interface ClientData {
  challenge: string
  origin: string
  /** Whether the page is inside one of another origin. */
  isCrossOrigin: boolean
}

const parse = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** What is no text counts as empty, and is refused wherever it is compared. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** `clientDataJSON` is base64url. */
export const readClientData = (clientDataJSON: string): ClientData => {
  const data = jsonRecord(parse(Buffer.from(clientDataJSON, 'base64url').toString()))
  return {
    challenge: textOf(data['challenge']),
    origin: textOf(data['origin']),
    isCrossOrigin: data['crossOrigin'] === true,
  }
}
