import type {
  AbsoluteLocation,
  DeserializeHandlerOptions,
  DeserializeMiddleware,
} from '@smithy/types'

/** Below whatever reads the answer, and throws where it is a refusal. */
export const nextToTheWire: DeserializeHandlerOptions & AbsoluteLocation = {
  name: 'readDate',
  step: 'deserialize',
  priority: 'low',
}

/** Tells the `Date` header of an answer. */
export const readDate =
  (tell: (date: string) => void): DeserializeMiddleware<object, object> =>
  (next) =>
  async (args) => {
    const result = await next(args)
    const date = dateIn(result.response)
    if (date !== undefined) tell(date)
    return result
  }

const dateIn = (response: unknown): string | undefined => {
  const headers = (response as { headers?: Readonly<Record<string, unknown>> } | undefined)?.headers
  const date = headers?.['date'] ?? headers?.['Date']
  return typeof date === 'string' ? date : undefined
}
