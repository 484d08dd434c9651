import { describeSchemaProblems } from '../attributes/attribute-problem.ts'
import { checkMayChange } from '../attributes/check-may-change.ts'
import { checkMayWrite } from '../attributes/check-may-write.ts'
import { withoutAttributes } from '../attributes/without-attributes.ts'
import { invalidParameter } from '../aws-error.ts'
import { readAccessToken } from '../read-access-token.ts'
import { defineOperation, type Operation, token } from './operation.ts'

export const deleteUserAttributes: Operation = defineOperation(
  { UserAttributeNames: { type: 'attributeNames', required: true }, AccessToken: token },
  (pool, input) => {
    const { schema } = pool.settings
    const { client, user } = readAccessToken(pool, input.AccessToken)
    const names = input.UserAttributeNames
    const unknown = names.filter((name) => !schema.has(name))
    if (unknown.length > 0) {
      const complaints = unknown.map(
        (name) => `user.${name}: Attribute does not exist in the schema.\n`,
      )
      throw invalidParameter(`Invalid user attributes: ${complaints.join('')}`)
    }
    checkMayWrite(schema, client, names)
    checkMayChange(schema, names)
    const required = names.filter((name) => schema.get(name)?.isRequired)
    if (required.length > 0) {
      const problem = 'The attribute is required'
      throw invalidParameter(describeSchemaProblems(required.map((name) => ({ name, problem }))))
    }
    pool.users.update(user.username, withoutAttributes(user, names))
    return {}
  },
)
