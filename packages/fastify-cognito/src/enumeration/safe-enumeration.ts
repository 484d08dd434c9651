import {
  type ChallengeKind,
  CognitoError,
  type CognitoErrorCode,
  type SignInResult,
} from '@x/cognito-core'
import type { FastifyRequest } from 'fastify'
import type { CodeDeliveryOptions } from '../options.ts'
import type { ClientDiscretion } from './client-discretion.ts'
import { createDeliveryWarnings } from './delivery-warnings.ts'
import type { Enumeration, Stranger, ToldSignUp } from './enumeration.ts'
import { hiding } from './hiding.ts'
import { isProof } from './is-proof.ts'
import { refuseSteps, takeSteps } from './sign-in-steps.ts'
import { deliveryToName, deliveryToSignUp } from './told-delivery.ts'
import { answerUnsent, unsentCode } from './unsent-code.ts'

const legacyWarning =
  "The app client tells strangers who exists. Set its PreventUserExistenceErrors to ENABLED: until then nobody who signs in is told that the account is to be confirmed or reset, and the methods 'choice' and 'custom' tell users from strangers."

/** One answer for those who exist and those who do not, from the request and the options alone. */
export const createSafeEnumeration = ({
  isDiscreet,
  codeDelivery = {},
}: {
  isDiscreet: ClientDiscretion
  codeDelivery?: CodeDeliveryOptions | undefined
}): Enumeration => {
  const warnOfDelivery = createDeliveryWarnings()
  let isWarned = false

  const warnOfLegacy = (request: FastifyRequest) => {
    if (!isWarned) request.log.warn(legacyWarning)
    isWarned = true
  }

  const isClientDiscreet = async (request: FastifyRequest) => {
    const answer = await isDiscreet()
    if (answer === false) warnOfLegacy(request)
    return answer === true
  }

  const confirmedAtOnce = codeDelivery.signUp === 'none'
  const signUpMedium = codeDelivery.signUp === 'none' ? undefined : codeDelivery.signUp
  const options = {
    resend: { option: 'codeDelivery.signUp', medium: signUpMedium },
    forgot: { option: 'codeDelivery.password', medium: codeDelivery.password },
  } as const

  const tellSignUp = (input: Parameters<typeof deliveryToSignUp>[0]): ToldSignUp => {
    if (confirmedAtOnce) return { status: 'confirmed' }
    const delivery = deliveryToSignUp(input, signUpMedium)
    return { status: 'confirm-sign-up', ...(delivery && { delivery }) }
  }

  return {
    signIn: ({ request, isBySrp, codeKind, ask, ...stranger }) =>
      hiding(
        {
          purpose: 'sign-in',
          request,
          ask: () => ask().then(refuseSteps),
          signInTry: {
            isBySrp,
            isAnswered: false,
            isClientDiscreet: () => isClientDiscreet(request),
          },
        },
        (hidden) => {
          // Only a client that tells them apart refuses whom there is not, before a proof.
          const isLegacy = stranger.isOpenToAnybody && hidden.code === 'COGNITO_USER_NOT_FOUND'
          if (isLegacy) warnOfLegacy(request)
          const kind = stranger.isOpenToAnybody ? codeKind : undefined
          return unsentCode(hidden, { ...stranger, kind }) ?? wrongCredentials(hidden)
        },
      )
        .catch(takeSteps)
        .catch(orLocked)
        .then((result) => tellDelivery(result, stranger)),

    answerChallenge: ({ request, ask, kind, session, codeKind, ...stranger }) => {
      if (!stranger.isOpenToAnybody) {
        return hiding({ purpose: 'challenge', request, ask }, wrongCredentials)
      }
      const signInTry = {
        isBySrp: false,
        isAnswered: judged.has(kind),
        isClientDiscreet: () => isClientDiscreet(request),
      }
      const asking = answerUnsent(session, ask)
      const askStranger = () => asking().then(refuseSteps)
      return hiding({ purpose: 'first-factor', request, ask: askStranger, signInTry }, (hidden) => {
        const unsent = unsentCode(hidden, { ...stranger, kind: codeKind })
        if (unsent) return unsent
        throw new CognitoError(wrongAnswers[kind] ?? 'COGNITO_INVALID_CREDENTIALS', {
          cause: hidden.cause,
        })
      }).then((result) => (isProof(kind) ? result : tellDelivery(result, stranger)))
    },

    signUp: async ({ request, input, ask }) => {
      const told = tellSignUp(input)
      const result = await hiding({ purpose: 'sign-up', request, ask }, () => undefined)
      if (!result) return { told }
      const option = 'codeDelivery.signUp'
      warnOfDelivery({ option, told: wayOf(told), done: wayOf(result), request })
      return { told, result }
    },

    sendCode: async ({ purpose, request, username, ask }) => {
      const { option, medium } = options[purpose]
      const told = deliveryToName(username, medium)
      const sent = await hiding({ purpose, request, ask }, () => undefined)
      if (sent) warnOfDelivery({ option, told: told.medium, done: sent.medium, request })
      return told
    },

    spendCode: (asked) => hiding(asked, wrongCode),
  }
}

/** What everybody is told who answers wrongly: the attempt may live on. */
const wrongAnswers: Readonly<Partial<Record<ChallengeKind, CognitoErrorCode>>> = {
  'email-code': 'COGNITO_CODE_MISMATCH',
  'sms-code': 'COGNITO_CODE_MISMATCH',
  'totp-code': 'COGNITO_CODE_MISMATCH',
  passkey: 'COGNITO_PASSKEY_REJECTED',
}

/** Answers that are judged before Cognito says anything of a user. */
const judged: ReadonlySet<ChallengeKind> = new Set<ChallengeKind>([
  'email-code',
  'sms-code',
  'passkey',
  'custom',
])

/** Where a code goes that anybody can have sent is told as far as they know it already. */
const tellDelivery = (result: SignInResult, { typed, isOpenToAnybody }: Stranger): SignInResult => {
  if (!isOpenToAnybody || result.status !== 'challenge') return result
  const { challenge } = result
  if (challenge.kind !== 'email-code' && challenge.kind !== 'sms-code') return result
  const delivery = deliveryToName(typed, challenge.delivery.medium)
  return { ...result, challenge: { ...challenge, delivery } }
}

const wayOf = (signUp: ToldSignUp) =>
  signUp.status === 'confirmed' ? 'none' : signUp.delivery?.medium

const wrongCredentials = ({ cause }: CognitoError): never => {
  throw new CognitoError('COGNITO_INVALID_CREDENTIALS', { cause })
}

/** Who is locked out is told what everybody is who gets the password wrong. */
const orLocked = (error: unknown): never => {
  const isWrong = error instanceof CognitoError && error.code === 'COGNITO_INVALID_CREDENTIALS'
  if (!isWrong) throw error
  const { operation, cause } = error
  throw new CognitoError('COGNITO_INVALID_CREDENTIALS.orLocked', { operation, cause })
}

const wrongCode = ({ cause }: CognitoError): never => {
  throw new CognitoError('COGNITO_CODE_MISMATCH.orOver', { cause })
}
