/** Cognito puts lists and objects into its parameters as JSON. What is none is `undefined`. */
export const parsed = (json: string | undefined): unknown => {
  try {
    return JSON.parse(json ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

export const parsedList = (json: string | undefined): readonly unknown[] => {
  const value = parsed(json)
  return Array.isArray(value) ? value : []
}
