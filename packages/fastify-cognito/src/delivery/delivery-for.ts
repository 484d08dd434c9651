import type { FastifyRequest } from 'fastify'
import type { Delivery, FastifyCognitoOptions } from '../options.ts'

export const allDeliveries: readonly Delivery[] = ['cookie', 'body', 'headers']

/** Asked once for each request: what a request was checked for is what it leads to. */
export const createDeliveryFor = (
  deliver: NonNullable<FastifyCognitoOptions['deliver']>,
): ((request: FastifyRequest) => Delivery) => {
  if (typeof deliver !== 'function') return () => deliver
  const asked = new WeakMap<FastifyRequest, Delivery>()
  return (request) => {
    const delivery = asked.get(request) ?? deliver(request)
    if (!allDeliveries.includes(delivery)) {
      throw new TypeError("deliver: the function should give 'cookie', 'body' or 'headers'.")
    }
    asked.set(request, delivery)
    return delivery
  }
}
