import type { TestUserPool, TriggerHandler } from '../src/index.ts'

/** A handler that does as told, and keeps every event as it was given. */
export const recorded = <Event>(
  handle: TriggerHandler<Event> = (event) => event,
): { handler: TriggerHandler<Event>; events: Event[] } => {
  const events: Event[] = []
  return {
    events,
    handler: async (event) => {
      events.push(structuredClone(event))
      return (await handle(event)) as Event
    },
  }
}

/** A handler that refuses everybody. */
export const refusing =
  (message: string): (() => never) =>
  () => {
    throw new Error(message)
  }

/** What every event has. */
export const eventOf = (pool: TestUserPool, triggerSource: string, userName?: string) => ({
  version: '1',
  region: 'us-east-1',
  userPoolId: pool.userPoolId,
  triggerSource,
  userName: userName ?? pool.users[0]?.username,
  callerContext: {
    awsSdkVersion: 'aws-sdk-unknown-unknown',
    clientId: pool.options.clientId,
  },
})
