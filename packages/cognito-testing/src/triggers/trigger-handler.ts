import type { Handler } from 'aws-lambda'

/**
 * What a pool does at some point of its work: a function that is given AWS's event, and gives it
 * back, changed or anew. Whatever it throws refuses the call. A Lambda handler can be one, as long
 * as it makes do with the event: there is no context, and no callback.
 */
export type TriggerHandler<Event> = (
  event: Event,
  ...nothingElse: never[]
) => Event | ReturnType<Handler<Event, Event>>
