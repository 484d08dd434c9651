import { AwsError, invalidParameter } from './aws-error.ts'
import { type Candidate, type Constraints, constraintProblem } from './constraint-problem.ts'

/** One member of an operation's input, with the constraints of AWS's service model. */
export interface Member extends Constraints {
  type: keyof MemberTypes
}

/** AttributeType: a name, and a value unless it is to go. */
export interface InputAttribute {
  Name: string
  Value?: string
}

interface MemberTypes {
  string: string
  boolean: boolean
  integer: number
  structure: Readonly<Record<string, unknown>>
  document: unknown
  map: Readonly<Record<string, string>>
  attributes: readonly InputAttribute[]
  attributeNames: readonly string[]
  strings: readonly string[]
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

const isListOf =
  (isEntry: (entry: unknown) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.every(isEntry)

const isStringOrNull = (value: unknown): boolean => typeof (value ?? '') === 'string'

const hasType: Readonly<Record<Member['type'], (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  integer: (value) => Number.isInteger(value),
  structure: isObject,
  document: () => true,
  map: (value) => isObject(value) && Object.values(value).every(isStringOrNull),
  attributes: isListOf(
    (entry) => isObject(entry) && isStringOrNull(entry['Name']) && isStringOrNull(entry['Value']),
  ),
  attributeNames: isListOf((entry) => typeof entry === 'string'),
  strings: isListOf((entry) => typeof entry === 'string'),
}

const modelName: Readonly<Record<Member['type'], string>> = {
  string: 'String',
  boolean: 'Boolean',
  integer: 'Integer',
  structure: 'Structure',
  document: 'Document',
  map: 'Map of String',
  attributes: 'List of AttributeType',
  attributeNames: 'List of String',
  strings: 'List of String',
}

/** AttributeNameType */
const attributeName: Constraints = {
  required: true,
  min: 1,
  max: 32,
  pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r ]+',
}
/** AttributeValueType */
const attributeValue: Constraints = { max: 2048, sensitive: true }

/** What is in a list has constraints of its own. */
const entryCandidates: Readonly<
  Partial<
    Record<Member['type'], (name: string, value: unknown, member: Member) => readonly Candidate[]>
  >
> = {
  attributes: (name, value) => {
    const given = value as readonly Partial<InputAttribute>[]
    return given.flatMap(({ Name, Value }, index) => {
      const path = `${name}.${index + 1}.member`
      return [
        { name: `${path}.name`, constraints: attributeName, value: Name ?? undefined },
        { name: `${path}.value`, constraints: attributeValue, value: Value ?? undefined },
      ]
    })
  },
  attributeNames: (name, value) =>
    (value as readonly string[]).map((entry, index) => ({
      name: `${name}.${index + 1}.member`,
      constraints: attributeName,
      value: entry,
    })),
  strings: (name, value, { values }) =>
    (value as readonly string[]).map((entry, index) => ({
      name: `${name}.${index + 1}.member`,
      constraints: values ? { values } : {},
      value: entry,
    })),
}

/** An entry of a map that is null counts as left out, as a member does. */
const withoutNulls = (type: Member['type'], value: unknown): unknown =>
  type === 'map' && isObject(value)
    ? Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== null))
    : value

/**
 * Checks an input against the service model, as Cognito does before anything else; members that
 * the model does not know are dropped.
 * @throws {AwsError} SerializationException for a wrong JSON type, InvalidParameterException
 * listing every broken constraint
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
    return { name, member, value: withoutNulls(member.type, value) }
  })
  const problem = constraintProblem(
    entries.flatMap(({ name, member, value }) => [
      { name, constraints: member, value },
      ...(value === undefined ? [] : (entryCandidates[member.type]?.(name, value, member) ?? [])),
    ]),
  )
  if (problem) throw invalidParameter(problem)
  return Object.fromEntries(
    entries.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
  ) as InputOf<S>
}
