import { demoUser } from './start.ts'

/** What is printed once the service listens. */
export const howToTry = ({
  url,
  userPoolId,
}: {
  url: string
  userPoolId: string | undefined
}): string => {
  const user = userPoolId ? { username: '…', password: '…' } : demoUser
  const users = userPoolId ? `Users are those of ${userPoolId}.` : 'The pool is in this process.'
  return `
Observability on ${url}. ${users}

curl -c jar -H 'content-type: application/json' -d '${JSON.stringify(user)}' ${url}/auth/sign-in
curl -b jar ${url}/orders/7
curl ${url}/orders/7
curl ${url}/metrics

`
}
