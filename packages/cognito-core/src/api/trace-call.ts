import { type CallEvent, calls } from '../diagnostics.ts'
import { CognitoError } from '../errors/cognito-error.ts'

/** Tells whoever listens on the tracing channel when a call begins and how it ends. */
export const traceCall = async <Answer>(
  ids: Readonly<Omit<CallEvent, 'code'>>,
  call: () => Promise<Answer>,
): Promise<Answer> => {
  if (!calls.hasSubscribers) return call()
  const event: CallEvent = { ...ids }
  let answer: Answer | undefined
  // Node shows what this gives to every subscriber, and an answer may hold tokens: it gives nothing.
  await calls.tracePromise(async () => {
    try {
      answer = await call()
    } catch (error) {
      if (error instanceof CognitoError) event.code = error.code
      throw error
    }
  }, event)
  return answer as Answer
}
