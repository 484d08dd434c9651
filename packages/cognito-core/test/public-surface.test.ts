import * as core from '@x/cognito-core'
import * as admin from '@x/cognito-core/admin'
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

it('exports this to operators, and nothing else', () => {
  expect(Object.keys(admin).sort()).toMatchInlineSnapshot(`
    [
      "createCognitoAdmin",
      "iamPolicy",
    ]
  `)
})
