import { expect, test } from 'vitest'
import { ownPaths, pathsElsewhere } from '../../test/return-paths.ts'
import { returnPath } from './return-path.ts'
import { returnTo } from './schemas/return-to.ts'
import { compile } from './validator.ts'

const isPath = compile(returnTo)

/** As the route does: the schema first. */
const takes = (path: string): boolean => {
  if (!isPath(path)) return false
  try {
    return returnPath(path) === path
  } catch {
    return false
  }
}

test.each(ownPaths)('takes a path of this site: %s', (path) => {
  expect(takes(path)).toBe(true)
})

test.each(pathsElsewhere.map((path) => [path.slice(0, 40), path]))(
  'takes nothing that leads elsewhere: %j',
  (_, path) => {
    expect(takes(path)).toBe(false)
  },
)
