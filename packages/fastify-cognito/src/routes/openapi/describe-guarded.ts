import type { DescribeGuarded, DocumentedSchema } from '../../guards/guarded-routes.ts'
import { describeProblem } from './describe-problems.ts'
import type { UserSecurity } from './security.ts'

/** What a document says of a guarded route of the app, where the app has not said it. */
export const describeGuarded =
  ({
    security: { own, bearer },
    problem,
  }: {
    security: UserSecurity
    problem: { $ref: string }
  }): DescribeGuarded =>
  ({ asked: { requirements, isOptional }, schema, isJsonSchema, answersProblems }) => {
    // Sessions, and tokens in headers of ours, are access tokens of the plugin's own pool.
    const isOwnAccess = requirements.pool === undefined && requirements.tokenUse !== 'id'
    const security = [...(isOwnAccess ? own : []), bearer, ...(isOptional ? [{}] : [])]
    const secured: DocumentedSchema = { ...schema, security: schema.security ?? security }
    if (!isJsonSchema || !answersProblems()) return secured
    const mayLack = requirements.groups !== undefined || requirements.scopes !== undefined
    return { ...secured, response: withRefusals(schema, mayLack ? [401, 403] : [401], problem) }
  }

const withRefusals = (
  { response = noResponse }: DocumentedSchema,
  statuses: readonly number[],
  problem: { $ref: string },
): NonNullable<DocumentedSchema['response']> => {
  const isSaid = (status: number) =>
    [String(status), '4xx', '4XX', 'default'].some((key) => key in response)
  const missing = statuses.filter((status) => !isSaid(status))
  const refusals = missing.map((status) => [status, describeProblem(status, problem)])
  return { ...response, ...Object.fromEntries(refusals) }
}

/** As @fastify/swagger documents a route without. */
const noResponse = { 200: { type: 'null', description: 'Default Response' } }
