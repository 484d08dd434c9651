import { BadInput } from '../bad-input.ts'
import type { Credentials } from './basic-credentials.ts'
import { type Fields, isFields, textIn } from './fields.ts'

/** What `POST /auth/sign-up` takes. @throws BadInput */
export const signUpBody = ({ username, password }: Credentials, body: Fields): object => {
  const attributes = attributesIn(body['user_attributes'] ?? [])
  // An address that signs in is one that a code can go to.
  const isAddress = username.includes('@') && attributes['email'] === undefined
  return { [isAddress ? 'email' : 'username']: username, password, attributes }
}

const attributesIn = (list: unknown): Fields => {
  if (!Array.isArray(list)) throw new BadInput('user_attributes should be a list.')
  const pairs = list.map((each: unknown, index) => {
    const at = `user_attributes[${index}]`
    if (!isFields(each)) throw new BadInput(`${at} should be { "Name": …, "Value": … }.`)
    const name = textIn(each, 'Name')
    const value = textIn(each, 'Value')
    return [name, name === 'updated_at' ? secondsIn(value) : value] as const
  })
  const names = new Set(pairs.map(([name]) => name))
  if (names.size < pairs.length) throw new BadInput('user_attributes has a name twice.')
  return Object.fromEntries(pairs)
}

/** The one standard attribute that is a number. */
const secondsIn = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text)
  throw new BadInput('user_attributes: updated_at should be a number of seconds.')
}
