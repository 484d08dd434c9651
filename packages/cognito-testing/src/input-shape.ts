import { AwsError, invalidParameter } from './aws-error.ts'
import { type Constraints, constraintProblem } from './constraint-problem.ts'

/** One member of an operation's input, with the constraints of AWS's service model. */
export interface Member extends Constraints {
  type: keyof MemberTypes
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
    return { name, member, value }
  })
  const problem = constraintProblem(
    entries.map(({ name, member, value }) => ({ name, constraints: member, value })),
  )
  if (problem) throw invalidParameter(problem)
  return Object.fromEntries(
    entries.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
  ) as InputOf<S>
}
