import type { Cognito } from '@x/cognito-core'
import { describe, expect, it } from 'vitest'
import { type Line, scriptedCognito } from './scripted-cognito.ts'

const credentials = { username: 'ada', password: 'Correct-horse-1' }
const jwt = (claims: object | null) =>
  `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`
const proof = { SALT: 'aa', SRP_B: 'abc123', SECRET_BLOCK: 'AAAA', USER_ID_FOR_SRP: 'the-id' }
const asks = (ChallengeName: string, ChallengeParameters: object): Line => ({
  answer: { ChallengeName, Session: 'a-session', ChallengeParameters },
})

describe('an answer with a part missing', () => {
  const acts: Record<string, [object, (cognito: Cognito) => Promise<unknown>]> = {
    'nothing at all': [{}, (cognito) => cognito.signIn(credentials)],
    'a proof without its numbers': [
      { ChallengeName: 'PASSWORD_VERIFIER', ChallengeParameters: { SALT: 'aa' } },
      (cognito) => cognito.signIn(credentials),
    ],
    'a proof without an identity': [
      {
        ChallengeName: 'PASSWORD_VERIFIER',
        ChallengeParameters: { ...proof, USER_ID_FOR_SRP: undefined },
      },
      (cognito) => cognito.signIn(credentials),
    ],
    'an SRP_B of zero': [
      { ChallengeName: 'PASSWORD_VERIFIER', ChallengeParameters: { ...proof, SRP_B: '0' } },
      (cognito) => cognito.signIn(credentials),
    ],
    'a token that is none': [
      { AuthenticationResult: { AccessToken: 'a', IdToken: 'b' } },
      (cognito) => cognito.signIn(credentials),
    ],
    'a token that says nothing': [
      { AuthenticationResult: { AccessToken: jwt(null), IdToken: jwt({}) } },
      (cognito) => cognito.signIn(credentials),
    ],
    'no ID token': [
      { AuthenticationResult: { AccessToken: jwt({ exp: 4_000_000_000 }) } },
      (cognito) => cognito.refresh({ refreshToken: 'r' }),
    ],
    'a user without an id': [
      { Username: 'ada', UserAttributes: [{ Name: 'email', Value: 'ada@example.com' }] },
      (cognito) => cognito.profile.get({ accessToken: 'a' }),
    ],
  }

  it.each(Object.entries(acts))('is unexpected: %s', async (_what, [answer, act]) => {
    const { cognito } = await scriptedCognito({ answer })
    await expect(act(cognito)).rejects.toMatchObject({ code: 'COGNITO_UNEXPECTED' })
  })

  it('is an empty text where an attribute has no value', async () => {
    const UserAttributes = [{ Name: 'sub', Value: 's' }, { Name: 'nickname' }]
    const { cognito } = await scriptedCognito({ answer: { Username: 'ada', UserAttributes } })
    const { attributes } = await cognito.profile.get({ accessToken: 'a' })
    expect(attributes).toEqual({ sub: 's', nickname: '' })
  })
})

it.each([
  ['a challenge it has never heard of', 'RIDDLE'],
  ['a challenge named like a thing every object has', 'toString'],
  ['the proof of a password, asked for a second time', 'PASSWORD_VERIFIER'],
])('returns %s as data, never as success', async (_what, name) => {
  const { cognito } = await scriptedCognito(asks(name, { ask: 'why?' }))
  expect(await cognito.signIn({ ...credentials, method: 'password' })).toEqual({
    status: 'challenge',
    challenge: {
      kind: 'unsupported',
      cognitoName: name,
      username: 'ada',
      session: 'a-session',
      parameters: { ask: 'why?' },
    },
  })
})
