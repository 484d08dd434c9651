import { AuthenticationDetails, CognitoUser, CognitoUserPool } from 'amazon-cognito-identity-js'
import { Amplify } from 'aws-amplify'
import { confirmSignIn, signIn, signOut } from 'aws-amplify/auth'
import { ConsoleLogger } from 'aws-amplify/utils'
import { describe, expect, it, onTestFinished } from 'vitest'
import { questioningPool } from './custom-auth-pool.ts'
import { refusalOf } from './sign-in.ts'

const username = 'ann@example.com'
const password = 'Correct-Horse1'

// It warns about every endpoint that is not Amazon's.
ConsoleLogger.LOG_LEVEL = 'ERROR'

const start = async () => {
  const { pool } = questioningPool({ signInWith: ['email'], users: [{ username, password }] })
  const server = await pool.listen()
  onTestFinished(() => server.close())
  return { pool, url: server.url }
}

describe('amazon-cognito-identity-js', () => {
  /** The questions that were asked, in order; each is answered rightly. */
  const questionsOf = async (typed?: string) => {
    const { pool, url } = await start()
    const ids = { UserPoolId: pool.userPoolId, ClientId: pool.options.clientId }
    const user = new CognitoUser({
      Username: username,
      Pool: new CognitoUserPool({ ...ids, endpoint: url }),
    })
    user.setAuthenticationFlowType('CUSTOM_AUTH')
    return new Promise<readonly string[]>((resolve, reject) => {
      const questions: string[] = []
      const callbacks = {
        onSuccess: () => resolve(questions),
        onFailure: reject,
        customChallenge: ({ question }: { question: string }) => {
          questions.push(question)
          const answer = question.replace('Question', 'answer')
          user.sendCustomChallengeAnswer(answer, callbacks)
        },
      }
      const details = new AuthenticationDetails({
        Username: username,
        ...(typed !== undefined && { Password: typed }),
      })
      if (typed === undefined) user.initiateAuth(details, callbacks)
      else user.authenticateUser(details, callbacks)
    })
  }

  it('gets in by answers alone', async () => {
    expect(await questionsOf()).toEqual(['Question 1', 'Question 2'])
  })

  it('gets in by a password and answers', async () => {
    expect(await questionsOf(password)).toEqual(['Question 3', 'Question 4'])
  })

  it('stays out with a wrong password', async () => {
    expect(await refusalOf(questionsOf('wrong'))).toBe(
      'NotAuthorizedException: Incorrect username or password.',
    )
  })
})

describe('aws-amplify', () => {
  const configure = async () => {
    const { pool, url } = await start()
    const ids = { userPoolId: pool.userPoolId, userPoolClientId: pool.options.clientId }
    Amplify.configure({ Auth: { Cognito: { ...ids, userPoolEndpoint: url } } })
    onTestFinished(() => signOut())
  }

  it.each([
    ['CUSTOM_WITHOUT_SRP', {}, 1],
    ['CUSTOM_WITH_SRP', { password }, 3],
  ] as const)('gets in by %s', async (authFlowType, credentials, round) => {
    await configure()
    const { nextStep } = await signIn({ username, ...credentials, options: { authFlowType } })
    expect(nextStep).toMatchObject({
      signInStep: 'CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE',
      additionalInfo: { question: `Question ${round}` },
    })
    await confirmSignIn({ challengeResponse: `answer ${round}` })
    const answer = { challengeResponse: `answer ${round + 1}` }
    expect(await confirmSignIn(answer)).toMatchObject({ isSignedIn: true })
  })
})
