import { randomUUID } from 'node:crypto'
import { AwsError } from './aws-error.ts'
import { readCaller } from './caller.ts'
import { type ContextData, readContextData } from './context-data.ts'
import type { Faults } from './faults.ts'
import type { Hold } from './held-answer.ts'
import { checkOperation } from './operations/check-operation.ts'
import { operations } from './operations/operations.ts'
import { signedOperations } from './operations/signed-operations.ts'
import type { Pool } from './pool.ts'

export interface HttpAnswer {
  kind: 'answer'
  status: number
  headers: Readonly<Record<string, string>>
  body: string
}

/** An answer, or a connection that breaks before there is one. */
export type Reply = HttpAnswer | { kind: 'timeout' | 'reset' }

export interface ApiRequest {
  target: string
  /** The Authorization header; empty where there is none. */
  authorization: string
  /** That header; empty where there is none. */
  userAgent: string
  body: string
}

export interface Api {
  /**
   * One AWS JSON 1.1 request; `target` is its X-Amz-Target header. Rejects only where the pool
   * itself is at fault.
   */
  call(request: ApiRequest): Promise<Reply>
  /** How often each operation was called. */
  calls(): Readonly<Record<string, number>>
  /** What the last call of the operation told of whoever is at the other end. */
  lastContextData(operation: string): ContextData | undefined
}

const contentType = 'application/x-amz-json-1.1'

const answer = (
  status: number,
  body: string,
  headers: Record<string, string> = {},
): HttpAnswer => ({
  kind: 'answer',
  status,
  headers: { 'Content-Type': contentType, 'x-amzn-RequestId': randomUUID(), ...headers },
  body,
})

const errorAnswer = (error: { status: number; name: string; message: string }): HttpAnswer =>
  answer(error.status, JSON.stringify({ __type: error.name, message: error.message }), {
    'x-amzn-ErrorType': `${error.name}:`,
    'x-amzn-ErrorMessage': error.message.replace(/[^\x20-\x7e]/g, '?'),
  })

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    throw new AwsError('SerializationException', 'Unexpected content: the body is not JSON')
  }
}

/** Whoever signs is not asked for more: there are no credentials that would be wrong. */
const checkIsSigned = (authorization: string): void => {
  if (!authorization.startsWith('AWS4-HMAC-SHA256 ')) {
    throw new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token')
  }
}

const run = async (pool: Pool, name: string, request: ApiRequest): Promise<HttpAnswer> => {
  const { authorization, body } = request
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined
  try {
    if (operation) {
      if (signedOperations.has(name)) checkIsSigned(authorization)
      const output = await operation({ ...pool, caller: readCaller(request) }, parse(body))
      return answer(200, output === undefined ? '' : JSON.stringify(output))
    }
    throw new AwsError(
      'UnknownOperationException',
      `This version of @x/cognito-testing answers ${Object.keys(operations).join(', ')}`,
    )
  } catch (error) {
    if (error instanceof AwsError) return errorAnswer(error)
    throw error
  }
}

const holdBack = async (hold: Hold, reply: Reply): Promise<Reply> => {
  hold.reach()
  await hold.released
  return reply
}

/**
 * Where the time in proofs is checked, callers are told what time it is here.
 * Without that, the header is left to the server.
 */
const withDate = ({ settings, clock }: Pool, reply: Reply): Reply => {
  if (reply.kind !== 'answer' || settings.timestampTolerance === undefined) return reply
  const now = new Date(clock.nowMs()).toUTCString()
  return { ...reply, headers: { ...reply.headers, Date: now } }
}

export const createApi = (input: { pool: Pool; faults: Faults }): Api => {
  const { pool, faults } = input
  const counts = new Map(Object.keys(operations).map((name) => [name, 0]))
  const contexts = new Map<string, ContextData | undefined>()

  const reply = async (name: string, request: ApiRequest): Promise<Reply> => {
    const fault = faults.take(name)
    if (!fault) return run(pool, name, request)
    switch (fault.kind) {
      case 'refusal':
        return errorAnswer(fault)
      case 'malformed':
        return answer(200, '<html>not JSON</html>')
      case 'held':
        return holdBack(fault.hold, await run(pool, name, request))
      case 'lost':
        await run(pool, name, request)
        return { kind: 'reset' }
      default:
        return { kind: fault.kind }
    }
  }

  return {
    call: async (request) => {
      const name = request.target.replace(/^AWSCognitoIdentityProviderService\./, '')
      counts.set(name, (counts.get(name) ?? 0) + 1)
      contexts.set(name, readContextData(request.body))
      return withDate(pool, await reply(name, request))
    },
    calls: () => Object.fromEntries(counts),
    lastContextData: (operation) => {
      checkOperation('lastContextData', operation)
      return contexts.get(operation)
    },
  }
}
