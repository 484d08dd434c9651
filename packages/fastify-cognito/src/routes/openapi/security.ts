import type { Schemes } from '../../guards/document-guard.ts'
import type { Kit } from '../../kit.ts'
import type { Operation } from '../operations/operation.ts'
import { putInto } from './put-into.ts'

/** One way in: each scheme that it names is needed. */
type Requirement = Readonly<Record<string, readonly string[]>>

/** What of `security` holds for an operation; the schemes that it names are put into the document. */
export const securityOf = (
  { caller, tag, basicCredentials }: Operation,
  {
    sessionCookie,
    deliveries,
    headerNames,
    takesBasicCredentials,
  }: Pick<Kit, 'sessionCookie' | 'deliveries' | 'headerNames' | 'takesBasicCredentials'>,
  schemes: Record<string, object>,
): readonly Requirement[] => {
  const bySession = (): readonly Requirement[] => {
    if (sessionCookie === undefined) return []
    const scheme = { type: 'apiKey', in: 'cookie', name: sessionCookie }
    return [{ [putInto(schemes, 'cognitoSession', scheme)]: [] }]
  }
  const inHeader = (scheme: string, name: string): readonly Requirement[] =>
    deliveries.includes('headers')
      ? [{ [putInto(schemes, scheme, { type: 'apiKey', in: 'header', name })]: [] }]
      : []
  if (caller === 'user')
    return [
      ...bySession(),
      ...inHeader('cognitoAccessToken', headerNames.request.accessToken),
      { [putInto(schemes, 'cognitoBearer', bearer)]: [] },
    ]
  if (basicCredentials) {
    if (!deliveries.includes('headers') || !takesBasicCredentials) return []
    return [{}, { [putInto(schemes, 'cognitoBasic', basic)]: [] }]
  }
  if (tag !== 'Session') return []
  // A session where there is one, or a refresh token in a header or in the body.
  return [
    ...bySession(),
    ...inHeader('cognitoRefreshToken', headerNames.request.refreshToken),
    ...(deliveries.includes('body') ? [{}] : []),
  ]
}

/** By what a guard of the app's own routes can be passed; our routes put the schemes into the document. */
export const guardSchemes = ({
  sessionCookie,
  deliveries,
}: Pick<Kit, 'sessionCookie' | 'deliveries'>): Schemes => ({
  own: [
    ...(sessionCookie === undefined ? [] : ['cognitoSession']),
    ...(deliveries.includes('headers') ? ['cognitoAccessToken'] : []),
  ],
  bearer: 'cognitoBearer',
})

const basic = {
  type: 'http',
  scheme: 'basic',
  description: 'In place of `username` and `password` in the body, in UTF-8.',
}

const bearer = { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }
