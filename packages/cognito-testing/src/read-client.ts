import { randomBytes } from 'node:crypto'
import { mayWrite } from './attributes/attribute-permissions.ts'
import { isOwnedByThePool, type Schema } from './attributes/schema.ts'
import { knownFlows } from './check-options.ts'
import { makeSecret } from './client-secrets.ts'
import { refuse } from './option-checks.ts'
import type { TestClientOptions } from './options.ts'
import type { AppClient } from './pool-settings.ts'
import { withDefaults } from './with-defaults.ts'

const day = 24 * 3600

const checkAttributes = (schema: Schema, options: TestClientOptions, path: string): void => {
  const { readAttributes = [], writeAttributes } = options
  for (const name of readAttributes) {
    if (!schema.has(name)) refuse(`${path}.readAttributes`, `names no attribute with '${name}'`)
  }
  for (const name of writeAttributes ?? []) {
    if (!schema.has(name)) refuse(`${path}.writeAttributes`, `names no attribute with '${name}'`)
    if (isOwnedByThePool(name)) {
      refuse(`${path}.writeAttributes`, `must leave '${name}' out, which no client may write`)
    }
  }
  for (const [name, { isRequired }] of schema) {
    if (isRequired && !isOwnedByThePool(name) && !mayWrite(options, name)) {
      refuse(`${path}.writeAttributes`, `must have '${name}', which the pool requires`)
    }
  }
}

const readSecrets = (secret: TestClientOptions['secret']): readonly string[] => {
  if (secret === undefined) return []
  if (secret === true) return [makeSecret()]
  return typeof secret === 'string' ? [secret] : secret
}

/** @throws {TypeError} naming the option that cannot work */
export const readClient = (
  schema: Schema,
  options: TestClientOptions,
  index: number,
): AppClient => {
  const { rotation, flows, readAttributes, writeAttributes } = options
  const path = `clients[${index}]`
  if (rotation && flows?.includes('ALLOW_REFRESH_TOKEN_AUTH')) {
    refuse(`${path}.flows`, 'must leave ALLOW_REFRESH_TOKEN_AUTH out where rotation is on')
  }
  checkAttributes(schema, options, path)
  return {
    id: options.id ?? randomBytes(13).toString('hex'),
    secrets: readSecrets(options.secret),
    flows: flows ?? knownFlows.filter((flow) => !rotation || flow !== 'ALLOW_REFRESH_TOKEN_AUTH'),
    ...(rotation && { rotation }),
    tokenRevocation: options.tokenRevocation ?? true,
    preventUserExistenceErrors: options.preventUserExistenceErrors ?? true,
    ...(readAttributes && { readAttributes }),
    ...(writeAttributes && { writeAttributes }),
    lifetimes: withDefaults(
      { access: 3600, id: 3600, refresh: 30 * day, challenge: 180 },
      options.lifetimes,
    ),
  }
}
