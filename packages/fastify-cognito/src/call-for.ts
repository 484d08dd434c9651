import type { CallOptions } from '@x/cognito-core'
import type { FastifyRequest } from 'fastify'
import { HookError } from './hooks/hook-error.ts'

/** What triggers and threat protection of the pool are told of a request, besides its address. */
export interface RequestContext {
  /** For the triggers that get `ClientMetadata`. Cognito neither encrypts nor checks it. */
  clientMetadata?: Readonly<Record<string, string>>
  /** What Cognito's own script for browsers, or its SDK for apps, has gathered for threat protection. */
  encodedData?: string
}

export type TellRequestContext = (request: FastifyRequest) => RequestContext

/** What goes along with every call of Cognito that is made for a request. @throws HookError */
export type CallFor = (request: FastifyRequest) => CallOptions

/** The address is Fastify's `request.ip`, never a header that anybody may send. */
export const createCallFor =
  (tell: TellRequestContext = () => ({})): CallFor =>
  (request) => {
    const { clientMetadata, encodedData } = told(tell, request)
    const { ip: ipAddress } = request
    const device = { ...(ipAddress && { ipAddress }), ...(encodedData && { encodedData }) }
    return { device, ...(clientMetadata && { clientMetadata: { ...clientMetadata } }) }
  }

const told = (tell: TellRequestContext, request: FastifyRequest): RequestContext => {
  try {
    const context: unknown = tell(request)
    if (isContext(context)) return context
    throw new TypeError('requestContext should give { clientMetadata?, encodedData? }, of texts.')
  } catch (error) {
    throw new HookError('requestContext', error)
  }
}

const isText = (value: unknown): boolean => typeof value === 'string'

const isTexts = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.values(value).every(isText)

const shapes: Readonly<Record<keyof RequestContext, (value: unknown) => boolean>> = {
  clientMetadata: isTexts,
  encodedData: isText,
}

/** A promise would be an object without either. */
const isContext = (value: unknown): value is RequestContext =>
  typeof value === 'object' &&
  value !== null &&
  !(value instanceof Promise) &&
  Object.entries(shapes).every(([name, holds]) => {
    const part: unknown = Reflect.get(value, name)
    return part === undefined || holds(part)
  })
