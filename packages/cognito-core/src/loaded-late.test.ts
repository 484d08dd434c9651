import { expect, it } from 'vitest'
import { loadedLate } from './loaded-late.ts'

it('what could not be loaded is loaded at the next call, and once', async () => {
  let loads = 0
  const { one, all } = loadedLate<{
    say: () => Promise<string>
    deep: { say: () => Promise<string> }
  }>(async () => {
    loads += 1
    if (loads === 1) throw new Error('too many open files')
    return { say: async () => 'here', deep: { say: async () => 'there' } }
  })
  const say = one('say')
  const deep = all('deep', { say: true })
  await expect(say()).rejects.toThrow('too many open files')
  expect(await Promise.all([say(), deep.say()])).toEqual(['here', 'there'])
  expect(loads).toBe(2)
})
