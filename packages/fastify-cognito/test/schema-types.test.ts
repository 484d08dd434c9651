import type { Device, MfaSettings, Passkey, UserSession } from '@x/cognito-core'
import type { FromSchema } from 'json-schema-to-ts'
import { expectTypeOf, test } from 'vitest'
import type { TokenUser } from '../src/auth/cognito-user.ts'
import type { PublicChallenge } from '../src/routes/public-challenge.ts'
import type { devicesAnswer } from '../src/routes/schemas/devices.ts'
import type { mfaAnswer, totpSetupAnswer } from '../src/routes/schemas/mfa.ts'
import type { passkeysAnswer } from '../src/routes/schemas/passkeys.ts'
import type { publicChallenge } from '../src/routes/schemas/public-challenge.ts'
import type { sessionsAnswer } from '../src/routes/schemas/sessions.ts'
import type { signedInAnswer, signInAnswer } from '../src/routes/schemas/sign-in.ts'
import type { confirmAnswer, signUpAnswer } from '../src/routes/schemas/sign-up.ts'
import type { user } from '../src/routes/schemas/user.ts'
import type { SignedIn, SignInAnswer } from '../src/routes/sign-in-answer.ts'
import type { ConfirmAnswer, SignUpAnswer } from '../src/routes/sign-up-answer.ts'
import type { TotpSetup } from '../src/totp-setup.ts'

test('what a schema allows to be answered is what the types say', () => {
  expectTypeOf<FromSchema<typeof user>>().toExtend<TokenUser>()
  expectTypeOf<FromSchema<typeof signedInAnswer>>().toExtend<SignedIn>()
  expectTypeOf<FromSchema<typeof publicChallenge>>().toExtend<PublicChallenge>()
  expectTypeOf<FromSchema<typeof signInAnswer>>().toExtend<SignInAnswer>()
  expectTypeOf<FromSchema<typeof signUpAnswer>>().toExtend<SignUpAnswer>()
  expectTypeOf<FromSchema<typeof confirmAnswer>>().toExtend<ConfirmAnswer>()
  expectTypeOf<FromSchema<typeof mfaAnswer>>().toExtend<MfaSettings>()
  expectTypeOf<FromSchema<typeof totpSetupAnswer>>().toEqualTypeOf<TotpSetup>()
  expectTypeOf<FromSchema<typeof passkeysAnswer>['passkeys'][number]>().toExtend<Passkey>()
  expectTypeOf<FromSchema<typeof devicesAnswer>['devices'][number]>().toExtend<
    Omit<Device, 'attributes'>
  >()
  expectTypeOf<FromSchema<typeof sessionsAnswer>['sessions'][number]>().toExtend<UserSession>()
})

test('each answer that the types know has a schema', () => {
  expectTypeOf<SignInAnswer['status']>().toEqualTypeOf<FromSchema<typeof signInAnswer>['status']>()
  expectTypeOf<SignUpAnswer['status']>().toEqualTypeOf<FromSchema<typeof signUpAnswer>['status']>()
  expectTypeOf<PublicChallenge['kind']>().toEqualTypeOf<
    FromSchema<typeof publicChallenge>['kind']
  >()
})
