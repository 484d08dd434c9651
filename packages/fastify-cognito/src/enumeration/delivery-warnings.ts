import type { CodeDelivery } from '@x/cognito-core'
import type { FastifyRequest } from 'fastify'

/** How a code goes out; `'none'` where nobody waits for one. */
type Way = CodeDelivery['medium'] | 'none'

const words: Readonly<Record<Way, string>> = {
  email: 'a code by email',
  sms: 'a code by sms',
  none: 'confirmed without a code',
}

/** Once for each option: strangers are told of another delivery than there is. */
export type WarnOfDelivery = (input: {
  option: 'codeDelivery.signUp' | 'codeDelivery.password'
  /** `undefined` where there is nothing that a code could go to. */
  told: Way | undefined
  /** What Cognito did. `undefined` where it waits for a code that it did not send. */
  done: Way | undefined
  request: FastifyRequest
}) => void

export const createDeliveryWarnings = (): WarnOfDelivery => {
  const warned = new Set<string>()
  return ({ option, told, done, request }) => {
    if (told === undefined || told === done || warned.has(option)) return
    warned.add(option)
    const remedy = done
      ? `If all who exist get it so, set ${option} to '${done}'.`
      : 'Have the user pool verify what people sign up with.'
    request.log.warn(
      { option, told: words[told], done: done ? words[done] : 'no code was sent' },
      `Strangers are told of another delivery than there is. ${remedy}`,
    )
  }
}
