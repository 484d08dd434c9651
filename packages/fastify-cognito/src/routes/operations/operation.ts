import type { FastifyRequest } from 'fastify'
import type { ProblemCode } from '../../http-status.ts'
import type { RateLimitPreset } from '../../rate-limits/presets.ts'
import type { CountedNames } from '../counted-names.ts'

/** What one route is, for validation, for the document of the API and for whoever reads this. */
export interface Operation {
  tag:
    | 'Sign-in'
    | 'Session'
    | 'Sign-up'
    | 'Password'
    | 'Profile'
    | 'MFA'
    | 'Passkeys'
    | 'Devices'
    | 'Sessions'
    | 'Users'
    | 'Groups'
  summary: string
  description?: string
  caller: 'anybody' | 'user'
  /** Whether a name and a password may come as Basic credentials, where tokens travel in headers. */
  basicCredentials?: true
  /** How often it may be asked, by address and by the names that it is about. */
  limit?: {
    preset: RateLimitPreset
    names: CountedNames
    /** Where not every request counts. It may read the body, so none is refused before that is read. */
    where?: (request: FastifyRequest) => boolean
    /** What counts by name where the request is not what the preset is for. */
    presetOf?: (request: FastifyRequest) => RateLimitPreset
  }
  /** Whether it changes how the user signs in, for which a recent sign-in may be asked. */
  stepUp?: (request: FastifyRequest) => boolean
  /** What is in the path, by name. What is not so is nowhere. */
  params?: object
  /** The one of them that is the end of the path, where a router might find it too long for a parameter. */
  tail?: string
  /** What may be asked in the URL; values are texts. */
  query?: object
  body?: object
  /** The body as the document of the API shows it, where that says more. */
  shownBody?: object
  /** Of a 200. Without one, success is a 204. */
  answer?: object
  /** What success means. */
  success: string
  /** Besides those that are possible on any route of its kind. */
  problems: readonly ProblemCode[]
  /** More of them, with `enumeration: 'verbose'`. */
  verboseProblems?: readonly ProblemCode[]
  /** Where it is not the usual one of a code. */
  statuses?: Readonly<Partial<Record<ProblemCode, number>>>
}
