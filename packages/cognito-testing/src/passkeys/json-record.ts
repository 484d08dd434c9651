export type JsonRecord = Readonly<Record<string, unknown>>

/** What is no object counts as one without members. */
export const jsonRecord = (value: unknown): JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
