import { BadInput } from '../bad-input.ts'

export type Fields = Readonly<Record<string, unknown>>

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** @throws BadInput that names it */
export const textIn = (fields: Fields, name: string): string => {
  const value = fields[name]
  if (value === undefined || value === null) throw new BadInput(`${name} is missing.`)
  if (typeof value !== 'string') throw new BadInput(`${name} should be a text.`)
  return value
}
