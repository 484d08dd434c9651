import {
  CompleteWebAuthnRegistrationCommand,
  StartWebAuthnRegistrationCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { createCognito } from '@x/cognito-core'
import { createTestUserPool } from '@x/cognito-testing'
import { describe, expect, it } from 'vitest'
import { challengeIn } from './challenge-in.ts'

const password = 'Correct-horse-1'
const username = 'ann'

/** Somebody who has registered a passkey already. */
const start = async () => {
  const pool = createTestUserPool({
    clients: [{ secret: true }],
    firstFactors: ['password', 'passkey'],
    users: [{ username, password }],
  })
  const cognito = createCognito(pool.options)
  const authenticator = pool.createAuthenticator()
  const result = await cognito.signIn({ username, password })
  if (result.status !== 'signed-in') throw new Error(result.status)
  const { accessToken: AccessToken } = result.tokens
  const { client } = pool.options
  const { CredentialCreationOptions: options } = await client.send(
    new StartWebAuthnRegistrationCommand({ AccessToken }),
  )
  const Credential = authenticator.create(options as Record<string, unknown>) as never
  await client.send(new CompleteWebAuthnRegistrationCommand({ AccessToken, Credential }))
  return { pool, cognito, authenticator }
}

const preferred = { method: 'choice', username, prefer: 'passkey' } as const

describe('a sign-in with a passkey', () => {
  it('hands the browser what Cognito asks, and Cognito what the browser answers', async () => {
    const { cognito, authenticator } = await start()
    const asked = challengeIn(await cognito.signIn(preferred), 'passkey')
    expect(asked.requestOptions).toMatchObject({
      challenge: expect.any(String),
      rpId: 'localhost',
      allowCredentials: [{ type: 'public-key', id: expect.any(String) }],
    })
    const credential = authenticator.get(asked.requestOptions)
    expect(await cognito.answerChallenge(asked, { credential })).toMatchObject({
      status: 'signed-in',
    })
  })

  it('takes what a browser gives, which turns into JSON by itself', async () => {
    const { cognito, authenticator } = await start()
    const asked = challengeIn(await cognito.signIn(preferred), 'passkey')
    const json = authenticator.get(asked.requestOptions)
    const credential = new (class PublicKeyCredential {
      toJSON = () => json
    })()
    expect(await cognito.answerChallenge(asked, { credential })).toMatchObject({
      status: 'signed-in',
    })
  })

  it('is one of those to choose from', async () => {
    const { cognito, authenticator } = await start()
    const offered = challengeIn(
      await cognito.signIn({ method: 'choice', username }),
      'factor-choice',
    )
    expect(offered.factors).toEqual(['password', 'passkey'])
    const chosen = await cognito.answerChallenge(offered, { factor: 'passkey' })
    const asked = challengeIn(chosen, 'passkey')
    const credential = authenticator.get(asked.requestOptions)
    expect(await cognito.answerChallenge(asked, { credential })).toMatchObject({
      status: 'signed-in',
    })
  })

  it('names a passkey that was not accepted, and keeps the attempt', async () => {
    const { cognito, authenticator } = await start()
    const asked = challengeIn(await cognito.signIn(preferred), 'passkey')
    const { requestOptions } = asked
    const stale = authenticator.get({ ...requestOptions, challenge: 'AAAAAAAAAAAAAAAAAAAAAA' })
    await expect(cognito.answerChallenge(asked, { credential: stale })).rejects.toMatchObject({
      code: 'COGNITO_PASSKEY_REJECTED',
      operation: 'RespondToAuthChallenge',
    })
    const credential = authenticator.get(requestOptions)
    expect(await cognito.answerChallenge(asked, { credential })).toMatchObject({
      status: 'signed-in',
    })
  })

  it.each([undefined, null, 'credential', '{}', 7, []])(
    'refuses the credential %j by name, and keeps the attempt',
    async (wrong) => {
      const { cognito, authenticator } = await start()
      const asked = challengeIn(await cognito.signIn(preferred), 'passkey')
      await expect(
        cognito.answerChallenge(asked, { credential: wrong } as never),
      ).rejects.toMatchObject({
        key: 'COGNITO_INVALID_INPUT.object',
        params: { field: 'answer.credential' },
      })
      const credential = authenticator.get(asked.requestOptions)
      expect(await cognito.answerChallenge(asked, { credential })).toMatchObject({
        status: 'signed-in',
      })
    },
  )
})
