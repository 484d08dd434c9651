import { Ajv, type ValidateFunction } from 'ajv'

const dateTime = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/

/** RFC 3339, and a day that there is: `Date` takes 30 February for 2 March. */
const isDateTime = (text: string): boolean => {
  const [, day = ''] = dateTime.exec(text) ?? []
  const isDay = !Number.isNaN(Date.parse(text)) && new Date(day).toISOString().startsWith(day)
  return day !== '' && isDay
}

/** Takes the input as it is: converts nothing, fills in nothing and drops nothing. */
const ajv = new Ajv({
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  allowMatchingProperties: true,
  formats: { 'date-time': isDateTime },
})

export const compile = (schema: object): ValidateFunction => ajv.compile(schema)
