/** What a stranger may ask about somebody. */
export interface Question {
  readonly route: string
  readonly body: (username: string) => object
}

const password = 'Wrong-horse-77'
const code = '000000'

export const questions: readonly Question[] = [
  { route: 'sign-in', body: (username) => ({ username, password }) },
  { route: 'sign-up', body: (email) => ({ email, password }) },
  { route: 'sign-up/confirm', body: (username) => ({ username, code }) },
  { route: 'sign-up/resend', body: (username) => ({ username }) },
  { route: 'password/forgot', body: (username) => ({ username }) },
  { route: 'password/reset', body: (username) => ({ username, code, newPassword: password }) },
]
