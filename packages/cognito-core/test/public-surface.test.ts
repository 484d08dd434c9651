import * as core from '@x/cognito-core'
import { expect, it } from 'vitest'

it('exports this, and nothing else', () => {
  expect(Object.keys(core).sort()).toMatchInlineSnapshot(`
    [
      "CognitoError",
      "ConfigurationError",
      "TokenError",
      "channels",
      "checkRequirements",
      "cognitoOptionsFromEnv",
      "createCognito",
      "messages",
      "requireClaims",
      "totpUri",
    ]
  `)
})
