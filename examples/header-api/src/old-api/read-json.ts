import type { FastifyInstance } from 'fastify'
import { BadInput } from '../bad-input.ts'
import { isFields } from './fields.ts'

/** Bodies are JSON whatever `Content-Type` says, as clients of the older service send them; none is `{}`. */
export const readJson = (scope: FastifyInstance): void => {
  const parse = scope.getDefaultJsonParser('error', 'error')
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser<string>('*', { parseAs: 'string' }, (request, text, done) => {
    if (text.trim() === '') return done(null, {})
    parse(request, text, (error, body) => {
      if (error) return done(new BadInput('The body cannot be read as JSON.'))
      if (!isFields(body)) return done(new BadInput('The body should be an object.'))
      done(null, body)
    })
  })
}
