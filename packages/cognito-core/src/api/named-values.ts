import type { AttributeType } from '@aws-sdk/client-cognito-identity-provider'
import { requireTexts } from '../require-text.ts'

/** Cognito's lists of names and values. What has no name is nothing. */
export const namedValues = (list: readonly AttributeType[] = []): Record<string, string> =>
  Object.fromEntries(list.flatMap(({ Name, Value }) => (Name ? [[Name, Value ?? '']] : [])))

/** As Cognito takes them. @throws CognitoError `COGNITO_INVALID_INPUT` that names the field. */
export const namesAndTexts = (field: string, values: unknown): { Name: string; Value: string }[] =>
  Object.entries(requireTexts(field, values)).map(([Name, Value]) => ({ Name, Value }))
