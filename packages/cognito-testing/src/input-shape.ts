import { AwsError, invalidParameter } from './aws-error.ts'

/** One member of an operation's input, with the constraints of AWS's service model. */
export interface Member {
  type: keyof MemberTypes
  required?: true
  min?: number
  max?: number
  /** Source of a regular expression that the whole value matches. */
  pattern?: string
  values?: readonly string[]
  /** The model marks it sensitive: error messages do not repeat the value. */
  sensitive?: true
}

interface MemberTypes {
  string: string
  boolean: boolean
  structure: Readonly<Record<string, unknown>>
  map: Readonly<Record<string, string>>
}

export type Shape = Readonly<Record<string, Member>>

type RequiredKeys<S extends Shape> = {
  [K in keyof S]: S[K] extends { required: true } ? K : never
}[keyof S]

export type InputOf<S extends Shape> = {
  [K in RequiredKeys<S>]: MemberTypes[S[K]['type']]
} & {
  [K in Exclude<keyof S, RequiredKeys<S>>]?: MemberTypes[S[K]['type']]
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const hasType: Readonly<Record<Member['type'], (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  structure: isObject,
  map: (value) =>
    isObject(value) && Object.values(value).every((entry) => typeof entry === 'string'),
}

const modelName: Readonly<Record<Member['type'], string>> = {
  string: 'String',
  boolean: 'Boolean',
  structure: 'Structure',
  map: 'Map of String',
}

const brokenConstraints = (member: Member, value: unknown): readonly string[] => {
  if (value === undefined) return member.required ? ['Member must not be null'] : []
  if (typeof value !== 'string') return []
  const { min, max, pattern, values } = member
  return [
    ...(min !== undefined && value.length < min
      ? [`Member must have length greater than or equal to ${min}`]
      : []),
    ...(max !== undefined && value.length > max
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

const describe = (member: Member, name: string, value: unknown): string => {
  const at = `at '${name.charAt(0).toLowerCase()}${name.slice(1)}'`
  if (member.sensitive) return `Value ${at}`
  return value === undefined ? `Value null ${at}` : `Value '${String(value)}' ${at}`
}

/**
 * Checks an input against the service model, as Cognito does before anything else; members that the model does not
 * know are dropped.
 * @throws {AwsError} SerializationException for a wrong JSON type, InvalidParameterException listing every broken constraint
 */
export const readInput = <S extends Shape>(shape: S, untrustedInput: unknown): InputOf<S> => {
  if (!isObject(untrustedInput)) {
    throw new AwsError('SerializationException', 'Start of structure or map expected')
  }
  const entries = Object.entries(shape).map(([name, member]) => {
    const value = untrustedInput[name] ?? undefined
    if (value !== undefined && !hasType[member.type](value)) {
      throw new AwsError(
        'SerializationException',
        `${name} can not be converted to a ${modelName[member.type]}`,
      )
    }
    return { name, member, value }
  })
  const errors = entries.flatMap(({ name, member, value }) =>
    brokenConstraints(member, value).map(
      (constraint) =>
        `${describe(member, name, value)} failed to satisfy constraint: ${constraint}`,
    ),
  )
  if (errors.length > 0) {
    const count = `${errors.length} validation error${errors.length === 1 ? '' : 's'} detected`
    throw invalidParameter(`${count}: ${errors.join('; ')}`)
  }
  return Object.fromEntries(
    entries.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
  ) as InputOf<S>
}
