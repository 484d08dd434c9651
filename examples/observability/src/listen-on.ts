import { subscribe, unsubscribe } from 'node:diagnostics_channel'

/** Gives what ends it. */
export const listenOn = <Event>(channel: string, told: (event: Event) => void): (() => void) => {
  const listener = (event: unknown) => told(event as Event)
  subscribe(channel, listener)
  return () => void unsubscribe(channel, listener)
}
