import type { preValidationAsyncHookHandler } from 'fastify'
import type { Kit } from '../kit.ts'
import { invalidFields } from '../problems/invalid-input.ts'
import { basicCredentials } from './basic-credentials.ts'

/**
 * A `preValidation` hook: what came as Basic credentials is from here on as if the body had said it, so
 * that it is checked, counted and asked by the same rules.
 */
export const takeBasicCredentials =
  ({ deliveryFor, takesBasicCredentials }: Kit): preValidationAsyncHookHandler =>
  async (request) => {
    if (!takesBasicCredentials || deliveryFor(request) !== 'headers') return
    const credentials = basicCredentials(request)
    if (!credentials) return
    const body: unknown = request.body ?? {}
    // What is no object is refused as that.
    if (typeof body !== 'object' || Array.isArray(body)) return
    const twice = Object.keys(credentials).filter((name) => Object.hasOwn(Object(body), name))
    if (twice.length > 0) {
      const message = 'is in the header Authorization already; leave it out of the body.'
      throw invalidFields(twice.map((name) => ({ path: `/${name}`, message })))
    }
    request.body = { ...body, ...credentials }
  }
