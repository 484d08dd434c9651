import type { Cognito } from '@x/cognito-core'
import type { CodeDeliveryOptions } from '../options.ts'
import { createClientDiscretion } from './client-discretion.ts'
import type { Enumeration } from './enumeration.ts'
import { createSafeEnumeration } from './safe-enumeration.ts'
import { verboseEnumeration } from './verbose-enumeration.ts'

export const createEnumeration = (
  cognito: Pick<Cognito, 'signIn'>,
  {
    enumeration = 'safe',
    codeDelivery,
  }: {
    enumeration?: 'safe' | 'verbose' | undefined
    codeDelivery?: CodeDeliveryOptions | undefined
  },
): Enumeration =>
  enumeration === 'verbose'
    ? verboseEnumeration
    : createSafeEnumeration({ isDiscreet: createClientDiscretion(cognito), codeDelivery })
