import type { TestTriggers } from '@x/cognito-testing'

const rounds = [
  { question: 'How many bits are there in a byte?', answer: '8' },
  { question: 'Which letter comes after 9, where one counts in sixteens?', answer: 'A' },
] as const

/** Then the attempt is over. */
const mostMistakes = 3

type Results = readonly { challengeResult: boolean }[]

const solvedIn = (results: Results): number => results.filter((each) => each.challengeResult).length

const mistakesIn = (results: Results): number => results.length - solvedIn(results)

/**
 * What the Lambda triggers of a pool with questions of its own would do. They prove nobody's
 * identity: a real pool asks for what only the user knows.
 */
export const demoRiddle = {
  defineAuthChallenge: (event) => {
    const { session, userNotFound } = event.request
    event.response = {
      challengeName: 'CUSTOM_CHALLENGE',
      // Who does not exist is asked the same, and never let in.
      issueTokens: solvedIn(session) >= rounds.length && !userNotFound,
      failAuthentication:
        mistakesIn(session) >= mostMistakes ||
        (solvedIn(session) >= rounds.length && userNotFound === true),
    }
    return event
  },

  createAuthChallenge: (event) => {
    const { session } = event.request
    const round = rounds[solvedIn(session)] ?? rounds[0]
    const isWrong = session.at(-1)?.challengeResult === false
    const left = mostMistakes - mistakesIn(session)
    event.response = {
      publicChallengeParameters: {
        question: round.question,
        ...(isWrong && { remark: `That is not it. ${left} more ${left === 1 ? 'try' : 'tries'}.` }),
      },
      privateChallengeParameters: { answer: round.answer },
      challengeMetadata: '',
    }
    return event
  },

  verifyAuthChallengeResponse: (event) => {
    const { privateChallengeParameters, challengeAnswer } = event.request
    event.response.answerCorrect =
      challengeAnswer.trim().toUpperCase() === privateChallengeParameters['answer']
    return event
  },
} satisfies TestTriggers
