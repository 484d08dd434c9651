import { invalidFields } from '../problems/invalid-input.ts'

/** What a cookie holds is not for the body to say. @throws a refusal `INVALID_INPUT` */
export const refuseInCookie = (given: Readonly<Record<string, string | undefined>>): void => {
  const [name] = Object.keys(given).filter((each) => given[each] !== undefined)
  if (name === undefined) return
  const message = 'is in a cookie for this client; leave it out.'
  throw invalidFields([{ path: `/${name}`, message }])
}
