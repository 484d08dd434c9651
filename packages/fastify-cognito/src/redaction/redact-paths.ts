import { hidden, hiddenTexts } from './secret-names.ts'

/** At the top, and one or two levels below it. */
const parents = ['', '*', '*.*']

const at = (parent: string, name: string): string => {
  if (name.includes('-')) return `${parent}["${name}"]`
  return parent ? `${parent}.${name}` : name
}

/** For the option `redact` of a pino that the plugin does not reach: one of your own beside Fastify's. */
export const redactPaths: readonly string[] = [
  ...[...hidden, ...hiddenTexts].flatMap((name) => parents.map((parent) => at(parent, name))),
  'body.code',
  '*.body.code',
]
