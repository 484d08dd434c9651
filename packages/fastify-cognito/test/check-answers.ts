import { Ajv, type ValidateFunction } from 'ajv'
import type { FastifyInstance, RouteOptions } from 'fastify'
import { expect, onTestFinished } from 'vitest'
import type { SwaggerTransform } from '../src/routes/openapi/swagger-transform.ts'

interface Response {
  type?: string
  content?: Record<string, { schema: object }>
}

interface Documented {
  body?: object
  response: Record<string, Response>
}

const problemType = 'application/problem+json'
const isDateTime = (text: string) => !Number.isNaN(Date.parse(text))
const ajv = new Ajv({
  strict: false,
  allowUnionTypes: true,
  formats: { 'date-time': isDateTime },
})

/** Most apps say the same, and compiling takes its time. */
const compiled = new Map<string, ValidateFunction>()
const compile = (schema: object): ValidateFunction => {
  const key = JSON.stringify(schema)
  const validate = compiled.get(key) ?? ajv.compile(schema)
  compiled.set(key, validate)
  return validate
}

/** The answers by status, and the body, as @fastify/swagger documents them. */
const responsesOf = (route: RouteOptions): ReadonlyMap<string, object> | undefined => {
  const { swaggerTransform } = (route.config ?? {}) as { swaggerTransform?: SwaggerTransform }
  if (!swaggerTransform) return undefined
  const openapiObject = { components: {} }
  const { schema = {}, url } = route
  const documented = swaggerTransform({ schema, url, openapiObject })
  const { body = {}, response } = documented.schema as Documented
  return new Map<string, object>([
    ['body', body],
    ...Object.entries(response).map(([status, { content, ...answer }]) => {
      const described = content?.[problemType]?.schema ?? answer
      return [status, { ...described, ...openapiObject }] as const
    }),
  ])
}

/** Every answer of our routes, in whatever story, and every body they take, is one that the document of the API knows. */
export const checkAnswers = (app: FastifyInstance): void => {
  const documented = new Map<string, ReadonlyMap<string, object>>()
  const unknown: object[] = []
  onTestFinished(() => expect(unknown).toEqual([]))

  app.addHook('onRoute', (route) => {
    const responses = responsesOf(route)
    if (responses) documented.set(`${route.method} ${route.url}`, responses)
  })
  app.addHook('onSend', async (request, reply, payload) => {
    const { method, url } = request.routeOptions
    const responses = documented.get(`${method} ${url}`)
    const type = String(reply.getHeader('content-type') ?? '')
    // What the app itself has sent in our place is its own.
    if (!responses || (payload !== undefined && !type.includes('json'))) return
    const status = String(reply.statusCode)
    const validate = compile(responses.get(status) ?? responses.get('default') ?? {})
    const answer: unknown = payload ? JSON.parse(String(payload)) : null
    const isKnown = validate(answer) && type.includes(problemType) === !isSuccess(status)
    if (!isKnown) unknown.push({ method, url, status, type, answer, errors: validate.errors })
    const takes = compile(responses.get('body') ?? {})
    const isTaken = !isSuccess(status) || !request.body || takes(request.body)
    if (!isTaken) unknown.push({ method, url, body: request.body, errors: takes.errors })
  })
}

const isSuccess = (status: string): boolean => status.startsWith('2')
