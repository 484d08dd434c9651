import { now } from './clock.ts'

/**
 * Asks once, however many want to know together, and remembers the answer for as long as it says.
 *
 * @param secondsOf 0 for an answer that is not kept.
 */
export const remembering = <Input extends readonly unknown[], Answer>(
  ask: (...input: Input) => Promise<Answer>,
  secondsOf: (answer: Answer) => number,
): ((...input: Input) => Promise<Answer>) => {
  let known: { answer: Answer; until: number } | undefined
  let asking: Promise<Answer> | undefined

  const askNow = async (...input: Input): Promise<Answer> => {
    const answer = await ask(...input)
    known = { answer, until: now() + secondsOf(answer) }
    return answer
  }

  return async (...input) => {
    if (known && known.until > now()) return known.answer
    asking ??= askNow(...input).finally(() => {
      asking = undefined
    })
    return asking
  }
}
