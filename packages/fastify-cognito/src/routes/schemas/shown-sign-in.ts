import { reauthenticateBody, signInBody } from './sign-in.ts'

/** What each method takes, of which the schema that requests are checked by takes any. */
const methods = [
  { names: ['srp', 'password'], required: ['password'], others: ['password'] },
  { names: ['choice'], required: ['method'], others: ['password', 'prefer'] },
  { names: ['custom'], required: ['method'], others: ['password'] },
] as const

type Body = typeof signInBody | typeof reauthenticateBody

/** The same body for whoever reads it: what does not fit a method is a 400 that names the field. */
const byMethod = (body: Body): object => {
  const { method, password, prefer, ...always } = body.properties
  const sometimes = { password, prefer }
  const needed: readonly string[] = 'required' in body ? body.required : []
  const variants = methods.map(({ names, required, others }) => ({
    type: 'object',
    additionalProperties: false,
    required: [...needed, ...required],
    properties: {
      ...always,
      method: { ...method, enum: names },
      ...Object.fromEntries(others.map((name) => [name, sometimes[name]])),
    },
  }))
  return { anyOf: variants }
}

/** `POST /sign-in` */
export const shownSignInBody: object = byMethod(signInBody)

/** `POST /reauthenticate` */
export const shownReauthenticateBody: object = byMethod(reauthenticateBody)
