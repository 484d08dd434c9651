import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Cognito, createCognito } from '@x/cognito-core'
import { onTestFinished } from 'vitest'

/**
 * What the script says to one call: a JSON answer, an error, or no proper answer at all. `date` is the
 * header of that name, `'none'` for none, and otherwise the time that it is.
 */
export type Line =
  | { answer: object; date?: string }
  | { error: string; message?: string; status?: number; more?: object; date?: string }
  | 'cut the connection'
  | 'stall in the body'

export interface Call {
  operation: string
  authorization: string | undefined
  input: Record<string, unknown>
}

export interface ScriptedCognito {
  cognito: Cognito
  url: string
  calls: Call[]
  close(): void
}

const ids = { userPoolId: 'us-east-1_Scripted1', clientId: 'scriptedclient' }

/**
 * A service that says what it is told to, line by line and the last one for ever, to the real AWS
 * SDK. Closed when the test ends.
 */
export const scriptedCognito = async (...script: readonly Line[]): Promise<ScriptedCognito> => {
  const calls: Call[] = []
  const listener: RequestListener = async (request, response) => {
    const body = (await request.toArray()).join('')
    const { 'x-amz-target': target, authorization } = request.headers
    const line = script[Math.min(calls.length, script.length - 1)]
    const operation = String(target).split('.')[1] ?? ''
    calls.push({ operation, authorization, input: JSON.parse(body) })
    if (line === 'cut the connection') return void request.socket.destroy()
    response.setHeader('content-type', 'application/x-amz-json-1.1')
    if (line === 'stall in the body') return void response.write('{"Authentic')
    if (typeof line === 'object' && line.date !== undefined) {
      response.sendDate = false
      if (line.date !== 'none') response.setHeader('date', line.date)
    }
    if (line && 'answer' in line) return void response.end(JSON.stringify(line.answer))
    const { error, message = '', status = 400, more } = line ?? { error: 'InternalErrorException' }
    response.writeHead(status).end(JSON.stringify({ __type: error, message, ...more }))
  }
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = (): void => {
    server.closeAllConnections()
    server.close()
  }
  onTestFinished(close)
  return {
    cognito: createCognito({ ...ids, endpoint: url }),
    url,
    calls,
    close,
  }
}
