import { readContextData, readForwardedUserAgent } from './context-data.ts'

/** Who is at the other end of the call that is answered, as far as it tells. */
export interface Caller {
  ipAddress?: string
  userAgent?: string
}

export const readCaller = (request: { body: string; userAgent: string }): Caller => {
  const userAgent = readForwardedUserAgent(request.body) ?? request.userAgent
  const ipAddress = readContextData(request.body)?.IpAddress
  return { ...(ipAddress && { ipAddress }), ...(userAgent && { userAgent }) }
}
