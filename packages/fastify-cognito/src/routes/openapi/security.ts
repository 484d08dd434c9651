import type { Kit } from '../../kit.ts'
import type { Operation } from '../operations/operation.ts'
import { putInto } from './put-into.ts'

/** One way in: each scheme that it names is needed. */
type Requirement = Readonly<Record<string, readonly string[]>>

type SecurityKit = Pick<
  Kit,
  'sessionCookie' | 'deliveries' | 'headerNames' | 'takesBasicCredentials'
>

/** What of `security` holds for an operation; the schemes that it names are put into the document. */
export const securityOf = (
  { caller, tag, basicCredentials }: Operation,
  kit: SecurityKit,
  schemes: Record<string, object>,
): readonly Requirement[] => {
  const { deliveries, headerNames, takesBasicCredentials } = kit
  if (caller === 'user') {
    const { own, bearer } = userSecurity(kit, schemes)
    return [...own, bearer]
  }
  if (basicCredentials) {
    if (!deliveries.includes('headers') || !takesBasicCredentials) return []
    return [{}, { [putInto(schemes, 'cognitoBasic', basic)]: [] }]
  }
  if (tag !== 'Session') return []
  // A session where there is one, or a refresh token in a header or in the body.
  return [
    ...bySession(kit, schemes),
    ...inHeader(kit, schemes, ['cognitoRefreshToken', headerNames.request.refreshToken]),
    ...(deliveries.includes('body') ? [{}] : []),
  ]
}

/** How users prove who they are; the schemes are put into the document. */
export interface UserSecurity {
  /** Of which a client has what we gave it. */
  own: readonly Requirement[]
  bearer: Requirement
}

export const userSecurity = (kit: SecurityKit, schemes: Record<string, object>): UserSecurity => ({
  own: [
    ...bySession(kit, schemes),
    ...inHeader(kit, schemes, ['cognitoAccessToken', kit.headerNames.request.accessToken]),
  ],
  bearer: { [putInto(schemes, 'cognitoBearer', bearerScheme)]: [] },
})

const bySession = (
  { sessionCookie }: SecurityKit,
  schemes: Record<string, object>,
): readonly Requirement[] => {
  if (sessionCookie === undefined) return []
  const scheme = { type: 'apiKey', in: 'cookie', name: sessionCookie }
  return [{ [putInto(schemes, 'cognitoSession', scheme)]: [] }]
}

const inHeader = (
  { deliveries }: SecurityKit,
  schemes: Record<string, object>,
  [scheme, name]: readonly [scheme: string, name: string],
): readonly Requirement[] =>
  deliveries.includes('headers')
    ? [{ [putInto(schemes, scheme, { type: 'apiKey', in: 'header', name })]: [] }]
    : []

const basic = {
  type: 'http',
  scheme: 'basic',
  description: 'In place of `username` and `password` in the body, in UTF-8.',
}

const bearerScheme = { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }
