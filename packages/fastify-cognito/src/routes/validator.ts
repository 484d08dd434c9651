import { Ajv, type ValidateFunction } from 'ajv'

/** Takes the input as it is: converts nothing, fills in nothing and drops nothing. */
const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true })

export const compile = (schema: object): ValidateFunction => ajv.compile(schema)
