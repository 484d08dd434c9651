import type { TestUserPoolOptions } from '@x/cognito-testing'

/** Two riddles after one another; whoever is wrong twice is turned away. With a password, that comes first. */
export const riddleTriggers: NonNullable<TestUserPoolOptions['triggers']> = {
  defineAuthChallenge: (event) => {
    const { session } = event.request
    const riddles = session.filter(({ challengeName }) => challengeName === 'CUSTOM_CHALLENGE')
    const right = riddles.filter(({ challengeResult }) => challengeResult).length
    const last = session.at(-1)
    const isRefused = last?.challengeName === 'PASSWORD_VERIFIER' && !last.challengeResult
    const name = last?.challengeName === 'SRP_A' ? 'PASSWORD_VERIFIER' : 'CUSTOM_CHALLENGE'
    return {
      ...event,
      response: {
        challengeName: name,
        issueTokens: right === 2,
        failAuthentication: isRefused || riddles.length - right === 2,
      },
    }
  },
  createAuthChallenge: (event) => {
    const { session } = event.request
    const isSecond = session.some(
      ({ challengeName, challengeResult }) =>
        challengeName === 'CUSTOM_CHALLENGE' && challengeResult,
    )
    const riddle = isSecond ? 'second' : 'first'
    return {
      ...event,
      response: {
        publicChallengeParameters: { riddle },
        privateChallengeParameters: { answer: solutions[riddle] },
        challengeMetadata: riddle,
      },
    }
  },
  verifyAuthChallengeResponse: (event) => ({
    ...event,
    response: {
      answerCorrect:
        event.request.challengeAnswer === event.request.privateChallengeParameters['answer'],
    },
  }),
}

export const solutions = { first: 'an echo', second: 'a river' } as const
