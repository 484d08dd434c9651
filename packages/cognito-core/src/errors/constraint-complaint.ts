import type { Complaint } from './attribute-complaint.ts'
import type { MessageKey } from './messages.ts'

const newPassword: Readonly<Record<string, MessageKey>> = {
  'length greater': 'COGNITO_INVALID_PASSWORD.tooShort',
  'length less': 'COGNITO_INVALID_PASSWORD.tooLong',
  'regular expression': 'COGNITO_INVALID_PASSWORD.form',
}

const form = (field: string): Complaint => ({
  key: 'COGNITO_INVALID_INPUT.form',
  params: { field },
})

/**
 * Of a member of AWS's service model that is out of its bounds. What can be no code, password, token,
 * session or device at all is a wrong one. Only names that stand here are ever shown: the rest may be somebody's values.
 */
const complaints: Readonly<Record<string, (constraint: string) => Complaint>> = {
  password: (constraint) => ({ key: newPassword[constraint] ?? 'COGNITO_INVALID_PASSWORD' }),
  proposedPassword: (constraint) => ({
    key: newPassword[constraint] ?? 'COGNITO_INVALID_PASSWORD',
  }),
  previousPassword: () => ({ key: 'COGNITO_WRONG_PASSWORD' }),
  confirmationCode: () => ({ key: 'COGNITO_CODE_MISMATCH' }),
  code: () => ({ key: 'COGNITO_CODE_MISMATCH' }),
  temporaryPassword: (constraint) => ({
    key: newPassword[constraint] ?? 'COGNITO_INVALID_PASSWORD',
  }),
  userCode: () => ({ key: 'COGNITO_CODE_MISMATCH' }),
  deviceKey: () => ({ key: 'COGNITO_DEVICE_NOT_FOUND.unknown' }),
  deviceName: () => form('name'),
  sessionId: () => ({ key: 'COGNITO_SESSION_NOT_FOUND' }),
  accessToken: () => ({ key: 'COGNITO_TOKEN_REJECTED' }),
  session: () => ({ key: 'COGNITO_SESSION_EXPIRED' }),
  username: () => form('username'),
  userAttributes: () => form('attributes'),
  userAttributeNames: () => form('names'),
  validationData: () => form('validationData'),
  clientMetadata: () => form('clientMetadata'),
  groupName: () => form('group'),
  description: () => form('description'),
  roleArn: () => form('roleArn'),
  precedence: () => form('precedence'),
  filter: () => form('filter'),
  attributesToGet: () => form('attributes'),
  paginationToken: () => form('cursor'),
  nextToken: () => form('cursor'),
  clientId: () => form('clientId'),
  clientSecret: () => form('secret'),
  clientSecretId: () => form('id'),
  contextData: () => form('device'),
  userContextData: () => form('device'),
}

/**
 * «2 validation errors detected: Value at 'password' failed to satisfy constraint: Member must satisfy
 * regular expression pattern: …; Value at …». The first member that is known decides.
 */
export const readConstraint = (said: string): Complaint => {
  const broken =
    /at '(\w+)[^']*' failed to satisfy constraint: Member must (?:have |satisfy )?(length \w+|regular expression)?/g
  for (const [, member = '', constraint = ''] of said.matchAll(broken)) {
    if (Object.hasOwn(complaints, member)) return complaints[member]?.(constraint) ?? form(member)
  }
  return { key: 'COGNITO_INVALID_INPUT' }
}
