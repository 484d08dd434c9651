import { AwsError } from './aws-error.ts'
import { createHold, type HeldAnswer, type Hold } from './held-answer.ts'
import { checkOperation } from './operations/check-operation.ts'
import { isInteger, isObjectOf, isString, refuse } from './option-checks.ts'

export type ConnectionFault = 'timeout' | 'reset' | 'malformed'
/** An error name, an answer of one's own, or a broken connection, which editors complete. */
export type Fault =
  | ConnectionFault
  | (string & Record<never, never>)
  | { status?: number; name?: string; message?: string }

interface Refusal {
  kind: 'refusal'
  status: number
  name: string
  message: string
}

/**
 * What a queued fault comes to: a refusal with its HTTP status or a broken connection in place of
 * the operation, or an answer of it that is held back or lost.
 */
export type FaultEffect =
  | Refusal
  | { kind: ConnectionFault }
  | { kind: 'held'; hold: Hold }
  | { kind: 'lost' }

/** What a test may have go wrong. Faults of an operation, or of any with '*', queue up. */
export interface TestFaults {
  /**
   * The next call fails so, without an effect: an error name, `{ status, name, message }`, 'timeout',
   * 'reset' or 'malformed'. The client in `options` does not retry, so that a test sees each one.
   */
  failNext(operation: string, fault: Fault): void
  /**
   * The next call has its effect, and its answer waits until what this gives is called; its promise
   * `reached` settles once the answer waits.
   */
  holdNext(operation: string): HeldAnswer
  /** The next call has its effect, and its answer is lost: the connection is reset. */
  loseNext(operation: string): void
}

export interface Faults extends TestFaults {
  /** Takes the oldest fault meant for this operation, if there is one. */
  take(operation: string): FaultEffect | undefined
}

const usualMessages: ReadonlyMap<string, string> = new Map([
  ['NotAuthorizedException', 'Incorrect username or password.'],
  ['UserNotFoundException', 'User does not exist.'],
  ['UserNotConfirmedException', 'User is not confirmed.'],
  ['PasswordResetRequiredException', 'Password reset required for the user'],
  ['LimitExceededException', 'Attempt limit exceeded, please try after some time.'],
  ['TooManyRequestsException', 'Too many requests'],
  ['CodeMismatchException', 'Invalid code or auth state for the user.'],
  ['UsernameExistsException', 'User already exists'],
  ['AliasExistsException', 'An account with the given email already exists.'],
  ['InvalidPasswordException', 'Password did not conform with policy: Password not long enough'],
  ['ExpiredCodeException', 'Invalid code provided, please request a code again.'],
])

const connectionFaults: readonly string[] = ['timeout', 'reset', 'malformed']
const isConnectionFault = (fault: string): fault is ConnectionFault =>
  connectionFaults.includes(fault)

const refusal = (name: string, message = usualMessages.get(name) ?? name): Refusal => ({
  kind: 'refusal',
  status: new AwsError(name, message).status,
  name,
  message,
})

const checkFault = isObjectOf({
  status: isInteger({ from: 400, to: 599 }),
  name: isString,
  message: isString,
})

const effectOf = (fault: Fault): FaultEffect => {
  if (typeof fault === 'string') {
    if (isConnectionFault(fault)) return { kind: fault }
    if (/^\w+Exception$/.test(fault)) return refusal(fault)
    return refuse(
      'failNext',
      `does not know the fault '${fault}': an error name such as TooManyRequestsException, ` +
        `${connectionFaults.join(', ')}, or { status, name, message }`,
    )
  }
  checkFault('failNext', fault)
  const { status, name = 'InternalErrorException', message } = fault
  const usual = refusal(name, message)
  return status === undefined ? usual : { ...usual, status }
}

export const createFaults = (): Faults => {
  const queue: { operation: string; effect: FaultEffect }[] = []
  const add = (called: keyof TestFaults, operation: string, effect: FaultEffect): void => {
    if (operation !== '*') checkOperation(called, operation, ', and *')
    queue.push({ operation, effect })
  }
  return {
    failNext: (operation, fault) => add('failNext', operation, effectOf(fault)),
    holdNext: (operation) => {
      const hold = createHold()
      add('holdNext', operation, { kind: 'held', hold })
      return hold.release
    },
    loseNext: (operation) => add('loseNext', operation, { kind: 'lost' }),
    take: (operation) => {
      const index = queue.findIndex((entry) => ['*', operation].includes(entry.operation))
      return index < 0 ? undefined : queue.splice(index, 1)[0]?.effect
    },
  }
}
