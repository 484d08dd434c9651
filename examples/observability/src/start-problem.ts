import { ConfigurationError } from '@x/cognito-core'

/** One line for whoever started the service wrongly; `undefined` for what is a defect of its own. */
export const startProblem = (error: unknown): string | undefined => {
  if (error instanceof ConfigurationError) {
    // As it is called here.
    return error.message.replace(/^session\.secrets\[0\]/, 'SESSION_SECRET')
  }
  const { code, port } = Object(error) as { code?: unknown; port?: unknown }
  return code === 'EADDRINUSE'
    ? `PORT: ${port} is taken. Stop what listens there, or choose another.`
    : undefined
}
