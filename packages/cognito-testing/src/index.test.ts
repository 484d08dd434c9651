import { expect, it } from 'vitest'
import * as everything from './index.ts'

it('exports this and nothing else', () => {
  expect(Object.keys(everything).sort()).toMatchInlineSnapshot(`
    [
      "createTestAuthenticator",
      "createTestUserPool",
    ]
  `)
})
