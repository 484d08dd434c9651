import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DescribeUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider'
import type {
  PreSignUpTriggerHandler,
  PreTokenGenerationTriggerHandler,
  PreTokenGenerationV2TriggerHandler,
} from 'aws-lambda'
import { expect, it } from 'vitest'
import { createTestUserPool, type TestTriggers } from '../src/index.ts'
import { runCli } from '../src/run-cli.ts'

const create = (triggers: unknown) =>
  createTestUserPool({ triggers } as Parameters<typeof createTestUserPool>[0])

it.each([
  [[], 'triggers must be an object'],
  [{ presignup: () => {} }, 'triggers.presignup is not an option (there are preSignUp, '],
  [{ customEmailSender: () => {} }, 'triggers.customEmailSender is not an option'],
  [{ preSignUp: 'arn:aws:lambda' }, 'triggers.preSignUp must be a function'],
  [{ customMessage: { handler: () => {} } }, 'triggers.customMessage must be a function'],
  [
    { preTokenGeneration: 'V2_0' },
    'triggers.preTokenGeneration must be a function, or { version, handler }',
  ],
  [{ preTokenGeneration: { version: 'V2_0' } }, 'triggers.preTokenGeneration.handler is missing'],
  [{ preTokenGeneration: { handler: () => {} } }, 'triggers.preTokenGeneration.version is missing'],
  [
    { preTokenGeneration: { version: 'V3_0', handler: () => {} } },
    'triggers.preTokenGeneration.version must be one of V1_0, V2_0, not "V3_0"',
  ],
  [
    { preTokenGeneration: { version: 'V1_0', handler: 'x' } },
    'triggers.preTokenGeneration.handler must be a function',
  ],
])('refuses the triggers %j by name', (triggers, message) => {
  expect(() => create(triggers)).toThrow(TypeError)
  expect(() => create(triggers)).toThrow(message)
})

it('takes undefined for a trigger that was left out', () => {
  expect(create({ preSignUp: undefined, preTokenGeneration: undefined }).users).toEqual([])
})

it.each(['{}', '{"preSignUp":"x"}', 'null'])(
  'is refused in the configuration file of the command line: %s',
  async (triggers) => {
    const directory = await mkdtemp(join(tmpdir(), 'cognito-testing-'))
    const file = join(directory, 'pool.json')
    await writeFile(file, `{"triggers":${triggers}}`)
    const errors: string[] = []
    const result = await runCli({
      args: ['--port', '0', '--config', file],
      print: () => {},
      printError: (text) => errors.push(text),
    })
    await rm(directory, { recursive: true })
    expect(result).toEqual({ exitCode: 1 })
    expect(errors).toEqual(['--config: triggers are functions, which no file can hold\n'])
  },
)

it('takes Lambda handlers as they are typed, and refuses handlers of other events', () => {
  const preSignUp: PreSignUpTriggerHandler = async (event) => event
  const v1: PreTokenGenerationTriggerHandler = async (event) => event
  const v2: PreTokenGenerationV2TriggerHandler = async (event) => event
  const triggers: TestTriggers[] = [
    { preSignUp, preTokenGeneration: v1 },
    { preSignUp: (event) => event, preTokenGeneration: { version: 'V1_0', handler: v1 } },
    { preSignUp: async (event) => event, preTokenGeneration: { version: 'V2_0', handler: v2 } },
    // @ts-expect-error an event is given back, not a part of one
    { preSignUp: async (event) => event.response },
    // @ts-expect-error an event is given back by those who wait, too
    { preSignUp: async () => {} },
    // @ts-expect-error version V1_0 has other events
    { preTokenGeneration: { version: 'V1_0', handler: v2 } },
  ]
  for (const each of triggers) expect(() => create(each)).not.toThrow()
})

it('shows in what the pool says of itself', async () => {
  const all = {
    preSignUp: async (event) => event,
    postConfirmation: async (event) => event,
    customMessage: async (event) => event,
    userMigration: async (event) => event,
    preAuthentication: async (event) => event,
    defineAuthChallenge: async (event) => event,
    createAuthChallenge: async (event) => event,
    verifyAuthChallengeResponse: async (event) => event,
    postAuthentication: async (event) => event,
    preTokenGeneration: { version: 'V2_0', handler: async (event) => event },
  } satisfies TestTriggers
  const describePool = async (triggers: TestTriggers) => {
    const { client, userPoolId } = createTestUserPool({ triggers }).options
    const { UserPool } = await client.send(new DescribeUserPoolCommand({ UserPoolId: userPoolId }))
    return UserPool
  }
  const arn = (name: string) => `arn:aws:lambda:us-east-1:123456789012:function:${name}`
  expect(await describePool(all)).toMatchObject({
    EmailConfiguration: { EmailSendingAccount: 'DEVELOPER' },
    LambdaConfig: {
      PreSignUp: arn('PreSignUp'),
      PostConfirmation: arn('PostConfirmation'),
      CustomMessage: arn('CustomMessage'),
      UserMigration: arn('UserMigration'),
      PreAuthentication: arn('PreAuthentication'),
      DefineAuthChallenge: arn('DefineAuthChallenge'),
      CreateAuthChallenge: arn('CreateAuthChallenge'),
      VerifyAuthChallengeResponse: arn('VerifyAuthChallengeResponse'),
      PostAuthentication: arn('PostAuthentication'),
      PreTokenGeneration: arn('PreTokenGeneration'),
      PreTokenGenerationConfig: {
        LambdaVersion: 'V2_0',
        LambdaArn: arn('PreTokenGeneration'),
      },
    },
  })
  const { preSignUp } = all
  expect(await describePool({ preSignUp })).toMatchObject({
    EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
    LambdaConfig: { PreSignUp: arn('PreSignUp') },
  })
  expect((await describePool({ preTokenGeneration: (event) => event }))?.LambdaConfig).toEqual({
    PreTokenGeneration: arn('PreTokenGeneration'),
    PreTokenGenerationConfig: { LambdaVersion: 'V1_0', LambdaArn: arn('PreTokenGeneration') },
  })
})
