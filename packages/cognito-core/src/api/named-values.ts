import type { AttributeType } from '@aws-sdk/client-cognito-identity-provider'

/** Cognito's lists of names and values. What has no name is nothing. */
export const namedValues = (list: readonly AttributeType[] = []): Record<string, string> =>
  Object.fromEntries(list.flatMap(({ Name, Value }) => (Name ? [[Name, Value ?? '']] : [])))
