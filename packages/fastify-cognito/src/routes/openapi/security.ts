import type { Kit } from '../../kit.ts'
import type { Operation } from '../operations/operation.ts'
import { putInto } from './put-into.ts'

/** One way in: each scheme that it names is needed. */
type Requirement = Readonly<Record<string, readonly string[]>>

/** What of `security` holds for an operation; the schemes that it names are put into the document. */
export const securityOf = (
  { caller, tag }: Operation,
  { sessionCookie, deliveries }: Pick<Kit, 'sessionCookie' | 'deliveries'>,
  schemes: Record<string, object>,
): readonly Requirement[] => {
  const bySession = (): readonly Requirement[] => {
    if (sessionCookie === undefined) return []
    const scheme = { type: 'apiKey', in: 'cookie', name: sessionCookie }
    return [{ [putInto(schemes, 'cognitoSession', scheme)]: [] }]
  }
  if (caller === 'user')
    return [...bySession(), { [putInto(schemes, 'cognitoBearer', bearer)]: [] }]
  if (tag !== 'Session') return []
  // A session where there is one, or a refresh token in the body.
  return deliveries.includes('body') ? [...bySession(), {}] : bySession()
}

const bearer = { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }
