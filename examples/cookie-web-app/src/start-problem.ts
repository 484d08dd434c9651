import { ConfigurationError } from '@x/cognito-core'

/** One line for whoever started the service wrongly; undefined for what is a defect of its own. */
export const startProblem = (error: unknown): string | undefined => {
  if (error instanceof ConfigurationError) return error.message
  if (!(error instanceof Error) || !('code' in error) || !('port' in error)) return undefined
  const { code, port } = error
  return listenProblems[String(code)]?.(Number(port))
}

const listenProblems: Readonly<Record<string, (port: number) => string>> = {
  EADDRINUSE: (port) =>
    `Port ${port} is taken. Stop what listens there, or choose another: PORT=${port < 65_535 ? port + 1 : 3000}.`,
  EACCES: (port) =>
    `Port ${port} needs more rights than this process has. Choose one above 1023: PORT=3000.`,
}
