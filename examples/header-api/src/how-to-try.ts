import { demoUser } from './demo-pool.ts'
import type { Settings } from './settings/settings.ts'

/** What is printed once the service listens. */
export const howToTry = ({
  url,
  cognito,
  database,
}: { url: string } & Pick<Settings, 'cognito' | 'database'>): string => {
  const { username, password } = cognito ? { username: '…', password: '…' } : demoUser
  const pool = cognito ? `Users are those of ${cognito.userPoolId}` : 'The pool is in this process'
  const rows = database ? 'their rows are on the server.' : 'so is the database.'
  return `
Header API on ${url}. ${pool}; ${rows}

curl -i -X POST -u '${username}:${password}' ${url}/app/auth/login
curl -H 'AccessToken: …' -H 'RefreshToken: …' ${url}/app/me
curl -X POST -H 'AccessToken: …' ${url}/app/auth/logout

`
}
