import type { FastifyRequest } from 'fastify'

/** Whoever asks again for the same request gets the same, be it a result or an error. */
export const oncePerRequest = <Input extends { request: FastifyRequest }, Result>(
  ask: (input: Input) => Promise<Result>,
): ((input: Input) => Promise<Result>) => {
  const asked = new WeakMap<FastifyRequest, Promise<Result>>()
  return (input) => {
    const result = asked.get(input.request) ?? ask(input)
    asked.set(input.request, result)
    return result
  }
}
