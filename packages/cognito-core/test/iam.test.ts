import { type CognitoAdmin, createCognitoAdmin, iamPolicy } from '@x/cognito-core/admin'
import { describe, expect, it } from 'vitest'
import { adminFunctions, iamActions } from '../src/admin/iam-actions.ts'
import { runCli } from '../src/admin/run-cli.ts'

const functionsOf = (api: object): string[] =>
  Object.entries(api).flatMap(([name, member]) =>
    typeof member === 'function'
      ? [name]
      : functionsOf(member).map((within) => `${name}.${within}`),
  )

const page = (rows: readonly string[]): string => `# What each function may do

The IAM actions that the functions of \`createCognitoAdmin\` need. \`npx @x/cognito-core iam-policy\` writes the policy for those you call:
\`npx @x/cognito-core iam-policy users.create groups.add --pool-arn arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbCdEf123\`.

Every other part of the packages needs no AWS credentials, and no permission.

${rows.join('\n')}
`

const table = (): string[] => {
  const rows = adminFunctions.map((name) => [
    `\`${name}\``,
    iamActions[name].map((action) => `\`cognito-idp:${action}\``).join(', '),
  ])
  const titles = ['function', 'actions']
  const widths = titles.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[], fill: string) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`
  return [line(titles, ' '), line(['', ''], '-'), ...rows.map((row) => line(row, ' '))]
}

describe('the table of IAM actions', () => {
  it('has every function of the operators', () => {
    const admin: CognitoAdmin = createCognitoAdmin({ userPoolId: 'eu-west-1_AbCdEf123' })
    expect([...adminFunctions].sort()).toEqual(functionsOf(admin).sort())
  })

  // Where this fails the table has changed. `npx vitest run --project core iam -u`, at the root of the
  // repository, writes the page anew.
  it('is in the documentation as it is', async () => {
    await expect(page(table())).toMatchFileSnapshot('../../../docs/iam.md')
  })
})

describe('a policy', () => {
  it('has each action once, for one pool', () => {
    const poolArn = 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbCdEf123'
    expect(iamPolicy(['users.inGroup', 'groups.members', 'groups.add'], { poolArn })).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['cognito-idp:AdminAddUserToGroup', 'cognito-idp:ListUsersInGroup'],
          Resource: poolArn,
        },
      ],
    })
  })
})

describe('the command line', () => {
  const run = (...args: string[]) => {
    const said = { out: '', err: '' }
    const { exitCode } = runCli({
      args,
      print: (text) => {
        said.out += text
      },
      printError: (text) => {
        said.err += text
      },
    })
    return { exitCode, ...said }
  }

  it('prints the policy of the functions that are named', () => {
    const { exitCode, out } = run('iam-policy', 'users.create', 'groups.add')
    expect(exitCode).toBe(0)
    expect(JSON.parse(out)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['cognito-idp:AdminAddUserToGroup', 'cognito-idp:AdminCreateUser'],
          Resource: 'arn:aws:cognito-idp:<region>:<account>:userpool/<user pool id>',
        },
      ],
    })
  })

  it('takes the pool, and a part of the functions at once', () => {
    const arn = 'arn:aws-us-gov:cognito-idp:us-gov-west-1:123456789012:userpool/us-gov-west-1_A1'
    const { out } = run('iam-policy', 'users.devices.*', '--pool-arn', arn)
    expect(JSON.parse(out).Statement).toEqual([
      {
        Effect: 'Allow',
        Action: [
          'cognito-idp:AdminForgetDevice',
          'cognito-idp:AdminGetDevice',
          'cognito-idp:AdminListDevices',
          'cognito-idp:AdminUpdateDeviceStatus',
        ],
        Resource: arn,
      },
    ])
  })

  it('lists the functions, and helps', () => {
    expect(run('--list')).toEqual({ exitCode: 0, out: `${adminFunctions.join('\n')}\n`, err: '' })
    expect(run('--help')).toMatchObject({ exitCode: 0, out: expect.stringContaining('--pool-arn') })
  })

  it.each([
    ['The command is iam-policy', []],
    ['The command is iam-policy', ['policy']],
    ['Name a function at least', ['iam-policy']],
    ["There is no function 'users.crate'", ['iam-policy', 'users.crate']],
    ["There is no function 'constructor'", ['iam-policy', 'constructor']],
    ['--pool-arn should be like', ['iam-policy', 'users.get', '--pool-arn', 'eu-west-1_A']],
    ['--everything', ['iam-policy', '--everything']],
  ])('says what is wrong: %s', (problem, args) => {
    const { exitCode, out, err } = run(...args)
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' })
    expect(err).toContain(problem)
  })
})
