import { demoAccounts } from './demo-accounts.ts'

/** What is printed once the service listens. */
export const announcement = (input: {
  url: string
  /** Absent: the demo's own. */
  userPoolId: string | undefined
  hasOwnSecret: boolean
}): string => {
  const { url, userPoolId, hasOwnSecret } = input
  const seal = hasOwnSecret
    ? 'Sessions are sealed with SESSION_SECRET.'
    : 'Sessions are sealed with a random secret, so they end with this run; SESSION_SECRET keeps them.'
  const about = userPoolId
    ? [`Users are those of ${userPoolId} on Amazon Cognito.`]
    : [
        'Users live in a user pool inside this process:',
        '',
        ...accountLines(),
        '',
        `Codes "sent by mail", and the code of the app: ${url}/inbox`,
      ]
  return ['', `Cookie web app on ${url}`, '', ...about, seal, '', ''].join('\n')
}

const accountLines = (): string[] => {
  const rows = [
    ['E-mail', 'Password', 'Then'],
    ...demoAccounts.map(({ next, totpSecret, user }) => [
      user.username,
      user.password ?? '(none)',
      totpSecret ? `${next}, TOTP secret ${totpSecret}` : next,
    ]),
  ]
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => `${row[column]}`.length)))
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')}`.trimEnd(),
  )
}
