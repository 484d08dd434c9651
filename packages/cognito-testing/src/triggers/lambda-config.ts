import type { PoolSettings } from '../pool-settings.ts'
import type { PoolTriggers } from './pool-triggers.ts'
import { triggerTable } from './trigger-table.ts'

type PlainTrigger = Exclude<keyof PoolTriggers, 'preTokenGeneration'>

const plainTriggers: readonly PlainTrigger[] = [
  'preSignUp',
  'customMessage',
  'postConfirmation',
  'preAuthentication',
  'postAuthentication',
  'defineAuthChallenge',
  'createAuthChallenge',
  'verifyAuthChallengeResponse',
  'userMigration',
]

/** What the pool says of its triggers, with functions that are made up. */
export const lambdaConfig = ({ region, triggers }: PoolSettings): object => {
  const arnOf = (name: string): string => `arn:aws:lambda:${region}:123456789012:function:${name}`
  const plain = plainTriggers
    .filter((trigger) => triggers[trigger])
    .map((trigger) => triggerTable[trigger].name)
  const { preTokenGeneration } = triggers
  const LambdaArn = arnOf('PreTokenGeneration')
  return {
    ...Object.fromEntries(plain.map((name) => [name, arnOf(name)])),
    ...(preTokenGeneration && {
      PreTokenGeneration: LambdaArn,
      PreTokenGenerationConfig: { LambdaVersion: preTokenGeneration.version, LambdaArn },
    }),
  }
}
