type Kind = 'string' | 'number' | 'boolean' | 'date'

const shapes: Readonly<Record<Kind, object>> = {
  string: { type: 'string' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date-time' },
}

interface AnswerWithAttributes {
  properties: { attributes: { properties: object } }
}

/** The schema of an answer that knows what the values of each custom attribute are. */
export const withReadAttributes = <Answer extends AnswerWithAttributes>(
  answer: Answer,
  customAttributes: Readonly<Record<string, Kind>>,
): Answer => {
  const { attributes } = answer.properties
  const custom = Object.entries(customAttributes).map(([name, kind]) => [
    `custom:${name}`,
    shapes[kind],
  ])
  const properties = { ...attributes.properties, ...Object.fromEntries(custom) }
  return {
    ...answer,
    properties: { ...answer.properties, attributes: { ...attributes, properties } },
  }
}
