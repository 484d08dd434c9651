import { requireObject } from './require-object.ts'

type Json = null | boolean | number | string | Json[] | JsonObject

interface JsonObject {
  [name: string]: Json
}

/**
 * An object as it travels: what a browser gives has members that are no JSON, and a `toJSON`.
 *
 * @throws CognitoError `COGNITO_INVALID_INPUT` that names the field, also where it cannot be JSON at all.
 */
export const requireJson = (field: string, value: unknown): JsonObject =>
  requireObject(field, throughJson(requireObject(field, value))) as JsonObject

const throughJson = (value: object): unknown => {
  try {
    return JSON.parse(JSON.stringify(value))
  } catch {
    return undefined
  }
}
