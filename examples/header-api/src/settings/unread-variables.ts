import type { Env } from './env.ts'

/** Variables of the older service that nothing here reads, as lines for whoever has set them. */
export const unreadVariables = (env: Env): readonly string[] =>
  Object.entries(unread(env)).flatMap(([name, why]) =>
    env[name] && why ? [`${name}: ${why}`] : [],
  )

const unread = (env: Env): Readonly<Record<string, string | false>> => ({
  S3_BUCKET: 'is read by nothing here, nor was it before.',
  AWS_ACCESS_KEY_ID: 'is not needed: nothing here is asked of Cognito in the name of an operator.',
  AWS_SECRET_ACCESS_KEY: 'is not needed, as AWS_ACCESS_KEY_ID is not.',
  AWS_REGION: regionProblem(env),
  HOST:
    Boolean(env['DB_NAME'] && !env['DB_HOST']) && 'is no longer the database host; set DB_HOST.',
})

const regionProblem = ({ AWS_REGION: region, COGNITO_USER_POOL_ID: pool }: Env): string | false => {
  if (!pool || pool.split('_')[0] === region) return false
  return `is not that of the pool, ${pool.split('_')[0]}, which is where Cognito is asked.`
}
