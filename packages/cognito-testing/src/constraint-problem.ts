/** What AWS's service model allows of a value. */
export interface Constraints {
  required?: true
  /** Whether an empty value means that there is none, whatever else is asked of it. */
  mayBeEmpty?: true
  /**
   * Of a text Unicode characters, as the model counts; of a number what it may be. Source: the length
   * and range traits of Smithy.
   */
  min?: number
  max?: number
  /** Source of a regular expression that the whole value matches. */
  pattern?: string
  values?: readonly string[]
  /** The model marks it sensitive: error messages do not repeat the value. */
  sensitive?: true
}

export interface Candidate {
  /** Of a member in a list: `UserAttributes.1.member.name`. */
  name: string
  constraints: Constraints
  value: unknown
}

const brokenRange = ({ min, max }: Constraints, value: number): readonly string[] => [
  ...(min !== undefined && value < min
    ? [`Member must have value greater than or equal to ${min}`]
    : []),
  ...(max !== undefined && value > max
    ? [`Member must have value less than or equal to ${max}`]
    : []),
]

const brokenConstraints = (constraints: Constraints, value: unknown): readonly string[] => {
  if (value === undefined) return constraints.required ? ['Member must not be null'] : []
  if (typeof value === 'number') return brokenRange(constraints, value)
  if (typeof value !== 'string') return []
  const { min, max, pattern, values, mayBeEmpty } = constraints
  if (value === '' && mayBeEmpty) return []
  const length = [...value].length
  return [
    ...(min !== undefined && length < min
      ? [`Member must have length greater than or equal to ${min}`]
      : []),
    ...(max !== undefined && length > max
      ? [`Member must have length less than or equal to ${max}`]
      : []),
    ...(pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(value)
      ? [`Member must satisfy regular expression pattern: ${pattern}`]
      : []),
    ...(values && !values.includes(value)
      ? [`Member must satisfy enum value set: [${values.join(', ')}]`]
      : []),
  ]
}

const describe = ({ name, constraints, value }: Candidate): string => {
  const at = `at '${name.charAt(0).toLowerCase()}${name.slice(1)}'`
  if (constraints.sensitive) return `Value ${at}`
  return value === undefined ? `Value null ${at}` : `Value '${String(value)}' ${at}`
}

/** Every broken constraint in Cognito's one sentence; undefined where none is. */
export const constraintProblem = (candidates: readonly Candidate[]): string | undefined => {
  const errors = candidates.flatMap((candidate) =>
    brokenConstraints(candidate.constraints, candidate.value).map(
      (constraint) => `${describe(candidate)} failed to satisfy constraint: ${constraint}`,
    ),
  )
  if (errors.length === 0) return undefined
  const count = `${errors.length} validation error${errors.length === 1 ? '' : 's'} detected`
  return `${count}: ${errors.join('; ')}`
}
