import type { TestPreTokenGeneration, TestTriggers } from './test-triggers.ts'

/** The triggers with every default filled in. */
export interface PoolTriggers extends Omit<TestTriggers, 'preTokenGeneration'> {
  preTokenGeneration?: TestPreTokenGeneration
}

export const readTriggers = (options: TestTriggers = {}): PoolTriggers => {
  const { preTokenGeneration, ...others } = options
  if (preTokenGeneration === undefined) return others
  return {
    ...others,
    preTokenGeneration:
      typeof preTokenGeneration === 'function'
        ? { version: 'V1_0', handler: preTokenGeneration }
        : preTokenGeneration,
  }
}
