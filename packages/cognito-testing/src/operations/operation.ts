import { type InputOf, type Member, readInput, type Shape } from '../input-shape.ts'
import type { Pool } from '../pool.ts'

/**
 * Answers one request; what it returns becomes the JSON body. What waits for nobody is done when it
 * returns, so that no other request comes between a check and what follows from it.
 * @throws {AwsError} at once or, where it waits, by rejecting
 */
export type Operation = (pool: Pool, untrustedInput: unknown) => object | Promise<object>

/** An operation whose input is checked against AWS's service model before it runs. */
export const defineOperation =
  <const S extends Shape>(
    shape: S,
    run: (pool: Pool, input: InputOf<S>) => ReturnType<Operation>,
  ): Operation =>
  (pool, untrustedInput) =>
    run(pool, readInput(shape, untrustedInput))

interface SensitiveText extends Member {
  type: 'string'
  sensitive: true
}

/** Members that several operations have, as the service model constrains them. */
export const clientId: SensitiveText & { required: true } = {
  type: 'string',
  required: true,
  min: 1,
  max: 128,
  pattern: '[\\w+]+',
  sensitive: true,
}

export const clientSecret: SensitiveText = {
  type: 'string',
  min: 24,
  max: 64,
  pattern: '[\\w+]+',
  sensitive: true,
}

/** TokenModelType: access and refresh tokens alike. */
export const token: SensitiveText & { required: true } = {
  type: 'string',
  required: true,
  pattern: '[A-Za-z0-9-_=.]+',
  sensitive: true,
}

export const session: SensitiveText = { type: 'string', min: 20, max: 2048, sensitive: true }
