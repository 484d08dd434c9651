const standardAttributes: ReadonlySet<string> = new Set([
  'address',
  'birthdate',
  'email',
  'family_name',
  'gender',
  'given_name',
  'locale',
  'middle_name',
  'name',
  'nickname',
  'phone_number',
  'picture',
  'preferred_username',
  'profile',
  'updated_at',
  'website',
  'zoneinfo',
])

const booleanAttributes: ReadonlySet<string> = new Set(['email_verified', 'phone_number_verified'])

export const isStandardAttribute = (name: string): boolean => standardAttributes.has(name)

/**
 * Attributes that Cognito turns into JSON booleans in ID tokens; they are strings everywhere else.
 */
export const isBooleanAttribute = (name: string): boolean => booleanAttributes.has(name)

export const looksLikeEmail = (value: string): boolean => /^[^\s@]+@[^\s@]+$/.test(value)
export const looksLikePhoneNumber = (value: string): boolean => /^\+\d{1,50}$/.test(value)

const ruleOf: Readonly<Record<string, { isMet: (value: string) => boolean; message: string }>> = {
  email: { isMet: looksLikeEmail, message: 'Invalid email address format.' },
  phone_number: { isMet: looksLikePhoneNumber, message: 'Invalid phone number format.' },
}

/** Why an attribute cannot have this value, in Cognito's words; undefined when it can. */
export const attributeProblem = (input: {
  name: string
  value: string
  customAttributes: readonly string[]
}): string | undefined => {
  const { name, value } = input
  if (isBooleanAttribute(name)) {
    return value === 'true' || value === 'false'
      ? undefined
      : `Attributes did not conform to the schema: ${name}: The attribute must be a boolean\n`
  }
  if (!isStandardAttribute(name) && !input.customAttributes.includes(name)) {
    return (
      `Attributes did not conform to the schema: ${name}: Attribute does not exist in the ` +
      'schema.\n'
    )
  }
  if (value.length > 2048) {
    return (
      `Attributes did not conform to the schema: ${name}: String must be no longer than 2048 ` +
      'characters\n'
    )
  }
  const rule = Object.hasOwn(ruleOf, name) ? ruleOf[name] : undefined
  return rule && !rule.isMet(value) ? rule.message : undefined
}
