import { parseArgs } from 'node:util'
import { type AdminFunction, adminFunctions } from './iam-actions.ts'
import { iamPolicy } from './iam-policy.ts'

const help = `Prints the least IAM policy that functions of createCognitoAdmin need.

  cognito-core iam-policy users.create groups.add [--pool-arn arn:aws:cognito-idp:…]

  users.*      every function of one part; * is all there is
  --pool-arn   of the user pool; without it a placeholder stands in its place
  --list       the functions there are
  --help       this text
`

/** Also of AWS's other partitions. */
const poolArn = /^arn:aws(?:-[a-z]+)*:cognito-idp:[\w*-]+:[\d*]+:userpool\/[\w*-]+$/

/** What the person at the terminal did wrong, in a sentence. */
class UsageError extends Error {
  override readonly name = 'UsageError'
}

const readArguments = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'pool-arn': { type: 'string' },
        list: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error} (see --help)`)
  }
}

const named = (pattern: string): readonly AdminFunction[] => {
  const found = pattern.endsWith('*')
    ? adminFunctions.filter((name) => name.startsWith(pattern.slice(0, -1)))
    : adminFunctions.filter((name) => name === pattern)
  if (found.length > 0) return found
  throw new UsageError(`There is no function '${pattern}' (see --list)`)
}

const printed = (args: readonly string[]): string => {
  const { values, positionals } = readArguments(args)
  const [command, ...patterns] = positionals
  if (values.help) return help
  if (values.list) return `${adminFunctions.join('\n')}\n`
  if (command !== 'iam-policy') throw new UsageError('The command is iam-policy (see --help)')
  if (patterns.length === 0) throw new UsageError('Name a function at least (see --list)')
  const arn = values['pool-arn']
  if (arn !== undefined && !poolArn.test(arn)) {
    throw new UsageError(
      '--pool-arn should be like arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbCdEf123',
    )
  }
  const policy = iamPolicy(patterns.flatMap(named), arn === undefined ? {} : { poolArn: arn })
  return `${JSON.stringify(policy, null, 2)}\n`
}

/**
 * The command line without the process around it: what is said goes to `print`, and a mistake to
 * `printError`.
 */
export const runCli = (input: {
  args: readonly string[]
  print: (text: string) => void
  printError: (text: string) => void
}): { exitCode: number } => {
  try {
    input.print(printed(input.args))
    return { exitCode: 0 }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    input.printError(`${error.message}\n`)
    return { exitCode: 1 }
  }
}
