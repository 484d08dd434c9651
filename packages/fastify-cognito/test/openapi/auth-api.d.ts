export interface paths {
  '/auth/sign-in': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Sign in
     * @description Gives a session or tokens, or says what is asked next: a challenge is answered at `/challenge`.
     */
    post: operations['signIn']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/auth/reauthenticate': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Prove once more who is signed in
     * @description For what needs a recent sign-in. The session is renewed, for nobody but the user who is signed in.
     */
    post: operations['reauthenticate']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/auth/challenge': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Answer a challenge
     * @description Goes on with the sign-in under way. Each refusal says by `retriable` whether another answer may do; where it is `false`, the user starts again.
     */
    post: operations['answerChallenge']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/auth/challenge/resend': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Ask for a new code, or for a passkey once more
     * @description Makes a fresh attempt where that takes nothing of the user: with `choice`, and with `custom` without a password. Elsewhere the challenge under way stays as it is.
     */
    post: operations['resendChallenge']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/auth/refresh': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Get new tokens
     * @description The refresh token is in the session cookie, or in the body where no cookies are used.
     */
    post: operations['refresh']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/auth/sign-out': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Sign out
     * @description Revokes the refresh token. May be said twice, and by nobody.
     */
    post: operations['signOut']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/auth/sign-out/everywhere': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Sign out everywhere
     * @description Ends every session of the user.
     */
    post: operations['signOutEverywhere']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/auth/sign-up': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Sign up
     * @description One of `username`, `email` and `phoneNumber` is needed; the first of them is what the user signs in with.
     */
    post: operations['signUp']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/auth/sign-up/confirm': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Confirm a sign-up
     * @description Signs in straight away where the sign-up was begun here.
     */
    post: operations['confirmSignUp']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/auth/sign-up/resend': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Send the code of a sign-up again */
    post: operations['resendSignUpCode']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/auth/password/forgot': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Ask for a code to reset a password */
    post: operations['forgotPassword']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/auth/password/reset': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Reset a password with a code */
    post: operations['resetPassword']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/auth/password/change': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Change the password
     * @description Whoever has no password yet leaves the current one out.
     */
    post: operations['changePassword']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/auth/password/policy': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What a password needs */
    get: operations['getPasswordPolicy']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/auth/me': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Who is signed in */
    get: operations['getProfile']
    put?: never
    post?: never
    /**
     * Delete the account
     * @description For good.
     */
    delete: operations['deleteAccount']
    options?: never
    head?: never
    /**
     * Change attributes
     * @description Changes what is given, and takes away what is `null`. A new e-mail address or phone number may have to be verified first.
     */
    patch: operations['updateProfile']
    trace?: never
  }
  '/auth/me/verify': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Send a code to an e-mail address or phone number */
    post: operations['requestVerification']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/auth/me/verify/confirm': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Verify an e-mail address or phone number with a code */
    post: operations['verifyAttribute']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/auth/mfa': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Which second factors are asked for */
    get: operations['getMfa']
    /**
     * Choose second factors
     * @description `totp` can be enabled once it is set up, `sms` and `email` where the user has a phone number or an e-mail address.
     */
    put: operations['setMfa']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/auth/mfa/totp': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Set up an authenticator app
     * @description Nothing changes before a code of the app has confirmed it.
     */
    post: operations['startTotp']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/auth/mfa/totp/confirm': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Confirm an authenticator app with a code of it */
    post: operations['confirmTotp']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/auth/passkeys': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The passkeys of the user */
    get: operations['listPasskeys']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/auth/passkeys/start': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Begin to add a passkey */
    post: operations['startPasskey']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/auth/passkeys/finish': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Add a passkey */
    post: operations['finishPasskey']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/auth/passkeys/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /** Remove a passkey */
    delete: operations['deletePasskey']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/auth/devices': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The devices that the user has signed in on */
    get: operations['listDevices']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/auth/devices/{key}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    /**
     * Remember a device, or no longer
     * @description On a remembered device the pool may do without a second factor.
     */
    put: operations['updateDevice']
    post?: never
    /**
     * Forget a device
     * @description Whoever is signed in on it is signed out with the next refresh.
     */
    delete: operations['forgetDevice']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/auth/sessions': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Where the user is signed in */
    get: operations['listSessions']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/auth/sessions/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /**
     * End another session
     * @description It is not refreshed any more. To end the own one, sign out.
     */
    delete: operations['revokeSession']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/auth/sign-out/elsewhere': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Sign out everywhere else
     * @description Ends every session of the user but this one. May be said again where it failed.
     */
    post: operations['signOutElsewhere']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
}
export type webhooks = Record<string, never>
export interface components {
  schemas: {
    /** @description Problem details, by RFC 9457. */
    Problem: {
      type: string
      title: string
      status: number
      /**
       * @description Stable; the sentence in `detail` is not.
       * @enum {string}
       */
      code:
        | 'INVALID_INPUT'
        | 'COGNITO_INVALID_INPUT'
        | 'COGNITO_INVALID_PASSWORD'
        | 'COGNITO_CODE_MISMATCH'
        | 'COGNITO_CODE_EXPIRED'
        | 'COGNITO_WRONG_PASSWORD'
        | 'COGNITO_PASSKEY_REJECTED'
        | 'COGNITO_ATTRIBUTE_MISSING'
        | 'COGNITO_ATTRIBUTE_INVALID'
        | 'COGNITO_ATTRIBUTE_READ_ONLY'
        | 'COGNITO_INVALID_CREDENTIALS'
        | 'COGNITO_USER_NOT_FOUND'
        | 'COGNITO_USER_DISABLED'
        | 'COGNITO_TEMPORARY_PASSWORD_EXPIRED'
        | 'COGNITO_SESSION_EXPIRED'
        | 'COGNITO_TOKEN_REJECTED'
        | 'TOKEN_MISSING'
        | 'TOKEN_MALFORMED'
        | 'TOKEN_EXPIRED'
        | 'TOKEN_UNTRUSTED'
        | 'TOKEN_TOO_OLD'
        | 'TOKEN_REVOKED'
        | 'CROSS_SITE'
        | 'TOKEN_INSUFFICIENT'
        | 'COGNITO_NOT_ALLOWED'
        | 'COGNITO_REJECTED_BY_TRIGGER'
        | 'COGNITO_SIGN_UP_CLOSED'
        | 'NOT_FOUND'
        | 'COGNITO_DEVICE_NOT_FOUND'
        | 'COGNITO_PASSKEY_NOT_FOUND'
        | 'COGNITO_SESSION_NOT_FOUND'
        | 'METHOD_NOT_ALLOWED'
        | 'PAYLOAD_TOO_LARGE'
        | 'UNSUPPORTED_MEDIA_TYPE'
        | 'SIGN_IN_AGAIN'
        | 'OWN_ACCOUNT'
        | 'COGNITO_USERNAME_TAKEN'
        | 'COGNITO_USER_NOT_CONFIRMED'
        | 'COGNITO_PASSWORD_RESET_REQUIRED'
        | 'COGNITO_ALIAS_TAKEN'
        | 'COGNITO_GROUP_EXISTS'
        | 'COGNITO_GROUP_NOT_FOUND'
        | 'COGNITO_ALREADY_CONFIRMED'
        | 'COGNITO_NO_RECOVERY'
        | 'COGNITO_MFA_NOT_SET_UP'
        | 'COGNITO_PASSWORD_RESET_NOT_POSSIBLE'
        | 'RATE_LIMITED'
        | 'COGNITO_RATE_LIMITED'
        | 'COGNITO_TOO_MANY_ATTEMPTS'
        | 'COGNITO_LIMIT_EXCEEDED'
        | 'REQUEST_REFUSED'
        | 'INTERNAL'
        | 'SESSION_TOO_LARGE'
        | 'CHALLENGE_TOO_LARGE'
        | 'COGNITO_MISCONFIGURED'
        | 'COGNITO_NO_CREDENTIALS'
        | 'COGNITO_NOT_PERMITTED'
        | 'COGNITO_UNEXPECTED'
        | 'COGNITO_UNAVAILABLE'
        | 'COGNITO_CODE_NOT_DELIVERED'
        | 'COGNITO_TRIGGER_FAILED'
        | 'KEYS_UNAVAILABLE'
        | 'STORE_UNAVAILABLE'
      /** @description A sentence that may be shown to a person. */
      detail: string
      /** @description Of the sentence, for translations: the code, or `code.variant`. */
      key: string
      /** @description What the sentence is filled with. */
      params: {
        [key: string]: string
      }
      /** @description What is wrong with single fields. */
      errors?: {
        /** @description A JSON pointer; empty for the body as a whole. */
        path: string
        message: string
      }[]
      /** @description In seconds. */
      retryAfter?: number
      /** @description How recent a sign-in is needed, where it was longer ago, in seconds: reauthenticate, and ask again. */
      maxAge?: number
      /** @description Whether the same request, or another answer in it, may do. */
      retriable?: boolean
      /** @description Until when the challenge under way may be answered, in Unix seconds. */
      expiresAt?: number
    }
  }
  responses: never
  parameters: never
  requestBodies: never
  headers: never
  pathItems: never
}
export type $defs = Record<string, never>
export interface operations {
  signIn: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json':
          | {
              username: string
              /** @description As it came with a sign-in; not with cookies. */
              deviceToken?: string
              /**
               * @description `srp` and `password` take a password. `choice` takes one with `prefer: password` only; `custom` where the triggers of the user pool want one.
               * @enum {string}
               */
              method?: 'srp' | 'password'
              password: string
            }
          | {
              username: string
              /** @description As it came with a sign-in; not with cookies. */
              deviceToken?: string
              /**
               * @description `srp` and `password` take a password. `choice` takes one with `prefer: password` only; `custom` where the triggers of the user pool want one.
               * @enum {string}
               */
              method: 'choice'
              password?: string
              /**
               * @description With `choice`: what the user would rather sign in with.
               * @enum {string}
               */
              prefer?: 'password' | 'email-code' | 'sms-code' | 'passkey'
            }
          | {
              username: string
              /** @description As it came with a sign-in; not with cookies. */
              deviceToken?: string
              /**
               * @description `srp` and `password` take a password. `choice` takes one with `prefer: password` only; `custom` where the triggers of the user pool want one.
               * @enum {string}
               */
              method: 'custom'
              password?: string
            }
      }
    }
    responses: {
      /** @description Signed in, or what comes next. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json':
            | {
                /** @enum {string} */
                status: 'signed-in'
                user: {
                  /** @description The user's id, which never changes. */
                  sub: string
                  username: string
                  groups: string[]
                  scopes: string[]
                }
                /** @description When the access token stops working, in Unix seconds. */
                expiresAt: number
                /** @description Not with cookies. */
                tokens?: {
                  accessToken: string
                  idToken: string
                  refreshToken?: string
                  /** @description In Unix seconds. */
                  expiresAt: number
                }
                /** @description Where the user pool keeps track of devices: one that is new to it. */
                device?: {
                  key: string
                  /** @description Whether it is remembered only once the user has said so. */
                  needsConsent: boolean
                }
                /** @description Goes with the next sign-in and each refresh; not with cookies. */
                deviceToken?: string
                /** @description As it was given to `/reauthenticate`. */
                returnTo?: string
              }
            | {
                /** @enum {string} */
                status: 'challenge'
                challenge:
                  | {
                      /** @enum {string} */
                      kind: 'new-password'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /** @description Those that the answer has to give as well. */
                      missingAttributes: string[]
                    }
                  | {
                      /** @enum {string} */
                      kind: 'sms-code'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      delivery: {
                        /** @enum {string} */
                        medium: 'email' | 'sms'
                        /** @description Masked, such as a***@e***. */
                        destination: string
                        /** @enum {string} */
                        attribute?: 'email' | 'phone_number'
                      }
                    }
                  | {
                      /** @enum {string} */
                      kind: 'email-code'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      delivery: {
                        /** @enum {string} */
                        medium: 'email' | 'sms'
                        /** @description Masked, such as a***@e***. */
                        destination: string
                        /** @enum {string} */
                        attribute?: 'email' | 'phone_number'
                      }
                    }
                  | {
                      /** @enum {string} */
                      kind: 'totp-code'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /** @description What the user called the authenticator app. */
                      deviceName?: string
                    }
                  | {
                      /** @enum {string} */
                      kind: 'totp-setup'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /** @description The key, in base32, for whoever types it. */
                      secret: string
                      /** @description The key as a link, `otpauth://…`. */
                      uri: string
                      /** @description That link as a QR code: an SVG document. */
                      qr: string
                    }
                  | {
                      /** @enum {string} */
                      kind: 'email-setup'
                      /** @description In Unix seconds. */
                      expiresAt: number
                    }
                  | {
                      /** @enum {string} */
                      kind: 'mfa-choice'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      methods: ('totp' | 'sms' | 'email')[]
                    }
                  | {
                      /** @enum {string} */
                      kind: 'mfa-setup-choice'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      methods: ('totp' | 'email')[]
                    }
                  | {
                      /** @enum {string} */
                      kind: 'factor-choice'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      factors: ('password' | 'email-code' | 'sms-code' | 'passkey')[]
                    }
                  | {
                      /** @enum {string} */
                      kind: 'password'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /**
                       * @description How this service will prove it to Cognito.
                       * @enum {string}
                       */
                      method: 'srp' | 'password'
                    }
                  | {
                      /** @enum {string} */
                      kind: 'passkey'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /** @description For `PublicKeyCredential.parseRequestOptionsFromJSON`. */
                      requestOptions: {
                        [key: string]: unknown
                      }
                    }
                  | {
                      /** @enum {string} */
                      kind: 'custom'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /** @description What the trigger of the user pool shows. */
                      parameters: {
                        [key: string]: string
                      }
                    }
                  | {
                      /** @enum {string} */
                      kind: 'unsupported'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      parameters: {
                        [key: string]: string
                      }
                    }
                /** @description Goes back with the answer; not with cookies. */
                challengeToken?: string
              }
            | {
                /** @enum {string} */
                status: 'confirm-sign-up'
              }
            | {
                /** @enum {string} */
                status: 'reset-password'
              }
        }
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?: 'COGNITO_INVALID_INPUT' | 'INVALID_INPUT' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unauthorized */
      401: {
        headers: {
          'www-authenticate'?: string
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 401
            /** @enum {string} */
            code?:
              | 'COGNITO_INVALID_CREDENTIALS'
              | 'COGNITO_TEMPORARY_PASSWORD_EXPIRED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?:
              | 'COGNITO_NOT_ALLOWED'
              | 'CROSS_SITE'
              | 'COGNITO_REJECTED_BY_TRIGGER'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Payload Too Large */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 413
            /** @enum {string} */
            code?: 'PAYLOAD_TOO_LARGE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unsupported Media Type */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 415
            /** @enum {string} */
            code?: 'UNSUPPORTED_MEDIA_TYPE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?:
              | 'RATE_LIMITED'
              | 'COGNITO_RATE_LIMITED'
              | 'COGNITO_TOO_MANY_ATTEMPTS'
              | 'COGNITO_LIMIT_EXCEEDED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?:
              | 'INTERNAL'
              | 'COGNITO_MISCONFIGURED'
              | 'SESSION_TOO_LARGE'
              | 'CHALLENGE_TOO_LARGE'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?:
              | 'COGNITO_UNAVAILABLE'
              | 'COGNITO_CODE_NOT_DELIVERED'
              | 'COGNITO_TRIGGER_FAILED'
              | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  reauthenticate: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json':
          | {
              /** @description A path of this site, such as `/orders?page=2`. */
              returnTo?: string
              /** @description As it came with a sign-in; not with cookies. */
              deviceToken?: string
              /**
               * @description `srp` and `password` take a password. `choice` takes one with `prefer: password` only; `custom` where the triggers of the user pool want one.
               * @enum {string}
               */
              method?: 'srp' | 'password'
              password: string
            }
          | {
              /** @description A path of this site, such as `/orders?page=2`. */
              returnTo?: string
              /** @description As it came with a sign-in; not with cookies. */
              deviceToken?: string
              /**
               * @description `srp` and `password` take a password. `choice` takes one with `prefer: password` only; `custom` where the triggers of the user pool want one.
               * @enum {string}
               */
              method: 'choice'
              password?: string
              /**
               * @description With `choice`: what the user would rather sign in with.
               * @enum {string}
               */
              prefer?: 'password' | 'email-code' | 'sms-code' | 'passkey'
            }
          | {
              /** @description A path of this site, such as `/orders?page=2`. */
              returnTo?: string
              /** @description As it came with a sign-in; not with cookies. */
              deviceToken?: string
              /**
               * @description `srp` and `password` take a password. `choice` takes one with `prefer: password` only; `custom` where the triggers of the user pool want one.
               * @enum {string}
               */
              method: 'custom'
              password?: string
            }
      }
    }
    responses: {
      /** @description Signed in anew, or what comes next. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json':
            | {
                /** @enum {string} */
                status: 'signed-in'
                user: {
                  /** @description The user's id, which never changes. */
                  sub: string
                  username: string
                  groups: string[]
                  scopes: string[]
                }
                /** @description When the access token stops working, in Unix seconds. */
                expiresAt: number
                /** @description Not with cookies. */
                tokens?: {
                  accessToken: string
                  idToken: string
                  refreshToken?: string
                  /** @description In Unix seconds. */
                  expiresAt: number
                }
                /** @description Where the user pool keeps track of devices: one that is new to it. */
                device?: {
                  key: string
                  /** @description Whether it is remembered only once the user has said so. */
                  needsConsent: boolean
                }
                /** @description Goes with the next sign-in and each refresh; not with cookies. */
                deviceToken?: string
                /** @description As it was given to `/reauthenticate`. */
                returnTo?: string
              }
            | {
                /** @enum {string} */
                status: 'challenge'
                challenge:
                  | {
                      /** @enum {string} */
                      kind: 'new-password'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /** @description Those that the answer has to give as well. */
                      missingAttributes: string[]
                    }
                  | {
                      /** @enum {string} */
                      kind: 'sms-code'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      delivery: {
                        /** @enum {string} */
                        medium: 'email' | 'sms'
                        /** @description Masked, such as a***@e***. */
                        destination: string
                        /** @enum {string} */
                        attribute?: 'email' | 'phone_number'
                      }
                    }
                  | {
                      /** @enum {string} */
                      kind: 'email-code'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      delivery: {
                        /** @enum {string} */
                        medium: 'email' | 'sms'
                        /** @description Masked, such as a***@e***. */
                        destination: string
                        /** @enum {string} */
                        attribute?: 'email' | 'phone_number'
                      }
                    }
                  | {
                      /** @enum {string} */
                      kind: 'totp-code'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /** @description What the user called the authenticator app. */
                      deviceName?: string
                    }
                  | {
                      /** @enum {string} */
                      kind: 'totp-setup'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /** @description The key, in base32, for whoever types it. */
                      secret: string
                      /** @description The key as a link, `otpauth://…`. */
                      uri: string
                      /** @description That link as a QR code: an SVG document. */
                      qr: string
                    }
                  | {
                      /** @enum {string} */
                      kind: 'email-setup'
                      /** @description In Unix seconds. */
                      expiresAt: number
                    }
                  | {
                      /** @enum {string} */
                      kind: 'mfa-choice'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      methods: ('totp' | 'sms' | 'email')[]
                    }
                  | {
                      /** @enum {string} */
                      kind: 'mfa-setup-choice'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      methods: ('totp' | 'email')[]
                    }
                  | {
                      /** @enum {string} */
                      kind: 'factor-choice'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      factors: ('password' | 'email-code' | 'sms-code' | 'passkey')[]
                    }
                  | {
                      /** @enum {string} */
                      kind: 'password'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /**
                       * @description How this service will prove it to Cognito.
                       * @enum {string}
                       */
                      method: 'srp' | 'password'
                    }
                  | {
                      /** @enum {string} */
                      kind: 'passkey'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /** @description For `PublicKeyCredential.parseRequestOptionsFromJSON`. */
                      requestOptions: {
                        [key: string]: unknown
                      }
                    }
                  | {
                      /** @enum {string} */
                      kind: 'custom'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /** @description What the trigger of the user pool shows. */
                      parameters: {
                        [key: string]: string
                      }
                    }
                  | {
                      /** @enum {string} */
                      kind: 'unsupported'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      parameters: {
                        [key: string]: string
                      }
                    }
                /** @description Goes back with the answer; not with cookies. */
                challengeToken?: string
              }
            | {
                /** @enum {string} */
                status: 'confirm-sign-up'
              }
            | {
                /** @enum {string} */
                status: 'reset-password'
              }
        }
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?: 'COGNITO_INVALID_INPUT' | 'INVALID_INPUT' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unauthorized */
      401: {
        headers: {
          'www-authenticate'?: string
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 401
            /** @enum {string} */
            code?:
              | 'TOKEN_MISSING'
              | 'TOKEN_MALFORMED'
              | 'TOKEN_EXPIRED'
              | 'TOKEN_UNTRUSTED'
              | 'COGNITO_TOKEN_REJECTED'
              | 'COGNITO_USER_NOT_FOUND'
              | 'COGNITO_USER_DISABLED'
              | 'COGNITO_INVALID_CREDENTIALS'
              | 'COGNITO_TEMPORARY_PASSWORD_EXPIRED'
              | 'COGNITO_SESSION_EXPIRED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?:
              | 'COGNITO_NOT_ALLOWED'
              | 'CROSS_SITE'
              | 'COGNITO_REJECTED_BY_TRIGGER'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 409
            /** @enum {string} */
            code?:
              | 'COGNITO_USER_NOT_CONFIRMED'
              | 'COGNITO_PASSWORD_RESET_REQUIRED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Payload Too Large */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 413
            /** @enum {string} */
            code?: 'PAYLOAD_TOO_LARGE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unsupported Media Type */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 415
            /** @enum {string} */
            code?: 'UNSUPPORTED_MEDIA_TYPE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?:
              | 'RATE_LIMITED'
              | 'COGNITO_RATE_LIMITED'
              | 'COGNITO_TOO_MANY_ATTEMPTS'
              | 'COGNITO_LIMIT_EXCEEDED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?:
              | 'INTERNAL'
              | 'COGNITO_MISCONFIGURED'
              | 'SESSION_TOO_LARGE'
              | 'CHALLENGE_TOO_LARGE'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?:
              | 'COGNITO_UNAVAILABLE'
              | 'KEYS_UNAVAILABLE'
              | 'COGNITO_CODE_NOT_DELIVERED'
              | 'COGNITO_TRIGGER_FAILED'
              | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  answerChallenge: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          answer:
            | {
                newPassword: string
                attributes?: {
                  [key: string]: string
                }
              }
            | {
                code: string
              }
            | {
                code: string
                deviceName?: string
              }
            | {
                email: string
              }
            | {
                /** @enum {string} */
                method: 'totp' | 'sms' | 'email'
              }
            | {
                /** @enum {string} */
                method: 'totp' | 'email'
              }
            | {
                /** @enum {string} */
                factor: 'password' | 'email-code' | 'sms-code' | 'passkey'
              }
            | {
                password: string
              }
            | {
                credential: {
                  id: string
                  rawId: string
                  type: string
                  authenticatorAttachment?: string | null
                  clientExtensionResults?: Record<string, never>
                  response: {
                    clientDataJSON: string
                    authenticatorData: string
                    signature: string
                    userHandle?: string | null
                  }
                }
              }
            | {
                answer: string
              }
            | {
                responses: {
                  [key: string]: string
                }
              }
          /** @description As it came with the challenge; not with cookies. */
          challengeToken?: string
        }
      }
    }
    responses: {
      /** @description Signed in, or what is asked next. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json':
            | {
                /** @enum {string} */
                status: 'signed-in'
                user: {
                  /** @description The user's id, which never changes. */
                  sub: string
                  username: string
                  groups: string[]
                  scopes: string[]
                }
                /** @description When the access token stops working, in Unix seconds. */
                expiresAt: number
                /** @description Not with cookies. */
                tokens?: {
                  accessToken: string
                  idToken: string
                  refreshToken?: string
                  /** @description In Unix seconds. */
                  expiresAt: number
                }
                /** @description Where the user pool keeps track of devices: one that is new to it. */
                device?: {
                  key: string
                  /** @description Whether it is remembered only once the user has said so. */
                  needsConsent: boolean
                }
                /** @description Goes with the next sign-in and each refresh; not with cookies. */
                deviceToken?: string
                /** @description As it was given to `/reauthenticate`. */
                returnTo?: string
              }
            | {
                /** @enum {string} */
                status: 'challenge'
                challenge:
                  | {
                      /** @enum {string} */
                      kind: 'new-password'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /** @description Those that the answer has to give as well. */
                      missingAttributes: string[]
                    }
                  | {
                      /** @enum {string} */
                      kind: 'sms-code'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      delivery: {
                        /** @enum {string} */
                        medium: 'email' | 'sms'
                        /** @description Masked, such as a***@e***. */
                        destination: string
                        /** @enum {string} */
                        attribute?: 'email' | 'phone_number'
                      }
                    }
                  | {
                      /** @enum {string} */
                      kind: 'email-code'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      delivery: {
                        /** @enum {string} */
                        medium: 'email' | 'sms'
                        /** @description Masked, such as a***@e***. */
                        destination: string
                        /** @enum {string} */
                        attribute?: 'email' | 'phone_number'
                      }
                    }
                  | {
                      /** @enum {string} */
                      kind: 'totp-code'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /** @description What the user called the authenticator app. */
                      deviceName?: string
                    }
                  | {
                      /** @enum {string} */
                      kind: 'totp-setup'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /** @description The key, in base32, for whoever types it. */
                      secret: string
                      /** @description The key as a link, `otpauth://…`. */
                      uri: string
                      /** @description That link as a QR code: an SVG document. */
                      qr: string
                    }
                  | {
                      /** @enum {string} */
                      kind: 'email-setup'
                      /** @description In Unix seconds. */
                      expiresAt: number
                    }
                  | {
                      /** @enum {string} */
                      kind: 'mfa-choice'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      methods: ('totp' | 'sms' | 'email')[]
                    }
                  | {
                      /** @enum {string} */
                      kind: 'mfa-setup-choice'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      methods: ('totp' | 'email')[]
                    }
                  | {
                      /** @enum {string} */
                      kind: 'factor-choice'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      factors: ('password' | 'email-code' | 'sms-code' | 'passkey')[]
                    }
                  | {
                      /** @enum {string} */
                      kind: 'password'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /**
                       * @description How this service will prove it to Cognito.
                       * @enum {string}
                       */
                      method: 'srp' | 'password'
                    }
                  | {
                      /** @enum {string} */
                      kind: 'passkey'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /** @description For `PublicKeyCredential.parseRequestOptionsFromJSON`. */
                      requestOptions: {
                        [key: string]: unknown
                      }
                    }
                  | {
                      /** @enum {string} */
                      kind: 'custom'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /** @description What the trigger of the user pool shows. */
                      parameters: {
                        [key: string]: string
                      }
                    }
                  | {
                      /** @enum {string} */
                      kind: 'unsupported'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      parameters: {
                        [key: string]: string
                      }
                    }
                /** @description Goes back with the answer; not with cookies. */
                challengeToken?: string
              }
            | {
                /** @enum {string} */
                status: 'confirm-sign-up'
              }
            | {
                /** @enum {string} */
                status: 'reset-password'
              }
        }
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?:
              | 'COGNITO_INVALID_INPUT'
              | 'INVALID_INPUT'
              | 'COGNITO_CODE_MISMATCH'
              | 'COGNITO_CODE_EXPIRED'
              | 'COGNITO_INVALID_PASSWORD'
              | 'COGNITO_ATTRIBUTE_MISSING'
              | 'COGNITO_ATTRIBUTE_INVALID'
              | 'COGNITO_ATTRIBUTE_READ_ONLY'
              | 'COGNITO_PASSKEY_REJECTED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unauthorized */
      401: {
        headers: {
          'www-authenticate'?: string
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 401
            /** @enum {string} */
            code?:
              | 'COGNITO_INVALID_CREDENTIALS'
              | 'COGNITO_TEMPORARY_PASSWORD_EXPIRED'
              | 'COGNITO_SESSION_EXPIRED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?:
              | 'COGNITO_NOT_ALLOWED'
              | 'CROSS_SITE'
              | 'COGNITO_REJECTED_BY_TRIGGER'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 409
            /** @enum {string} */
            code?:
              | 'COGNITO_USER_NOT_CONFIRMED'
              | 'COGNITO_PASSWORD_RESET_REQUIRED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Payload Too Large */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 413
            /** @enum {string} */
            code?: 'PAYLOAD_TOO_LARGE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unsupported Media Type */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 415
            /** @enum {string} */
            code?: 'UNSUPPORTED_MEDIA_TYPE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?:
              | 'RATE_LIMITED'
              | 'COGNITO_RATE_LIMITED'
              | 'COGNITO_TOO_MANY_ATTEMPTS'
              | 'COGNITO_LIMIT_EXCEEDED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?:
              | 'INTERNAL'
              | 'COGNITO_MISCONFIGURED'
              | 'SESSION_TOO_LARGE'
              | 'CHALLENGE_TOO_LARGE'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?:
              | 'COGNITO_UNAVAILABLE'
              | 'COGNITO_CODE_NOT_DELIVERED'
              | 'COGNITO_TRIGGER_FAILED'
              | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  resendChallenge: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @description As it came with the challenge; not with cookies. */
          challengeToken?: string
        } | null
      }
    }
    responses: {
      /** @description What is asked next. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json':
            | {
                /** @enum {string} */
                status: 'signed-in'
                user: {
                  /** @description The user's id, which never changes. */
                  sub: string
                  username: string
                  groups: string[]
                  scopes: string[]
                }
                /** @description When the access token stops working, in Unix seconds. */
                expiresAt: number
                /** @description Not with cookies. */
                tokens?: {
                  accessToken: string
                  idToken: string
                  refreshToken?: string
                  /** @description In Unix seconds. */
                  expiresAt: number
                }
                /** @description Where the user pool keeps track of devices: one that is new to it. */
                device?: {
                  key: string
                  /** @description Whether it is remembered only once the user has said so. */
                  needsConsent: boolean
                }
                /** @description Goes with the next sign-in and each refresh; not with cookies. */
                deviceToken?: string
                /** @description As it was given to `/reauthenticate`. */
                returnTo?: string
              }
            | {
                /** @enum {string} */
                status: 'challenge'
                challenge:
                  | {
                      /** @enum {string} */
                      kind: 'new-password'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /** @description Those that the answer has to give as well. */
                      missingAttributes: string[]
                    }
                  | {
                      /** @enum {string} */
                      kind: 'sms-code'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      delivery: {
                        /** @enum {string} */
                        medium: 'email' | 'sms'
                        /** @description Masked, such as a***@e***. */
                        destination: string
                        /** @enum {string} */
                        attribute?: 'email' | 'phone_number'
                      }
                    }
                  | {
                      /** @enum {string} */
                      kind: 'email-code'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      delivery: {
                        /** @enum {string} */
                        medium: 'email' | 'sms'
                        /** @description Masked, such as a***@e***. */
                        destination: string
                        /** @enum {string} */
                        attribute?: 'email' | 'phone_number'
                      }
                    }
                  | {
                      /** @enum {string} */
                      kind: 'totp-code'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /** @description What the user called the authenticator app. */
                      deviceName?: string
                    }
                  | {
                      /** @enum {string} */
                      kind: 'totp-setup'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /** @description The key, in base32, for whoever types it. */
                      secret: string
                      /** @description The key as a link, `otpauth://…`. */
                      uri: string
                      /** @description That link as a QR code: an SVG document. */
                      qr: string
                    }
                  | {
                      /** @enum {string} */
                      kind: 'email-setup'
                      /** @description In Unix seconds. */
                      expiresAt: number
                    }
                  | {
                      /** @enum {string} */
                      kind: 'mfa-choice'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      methods: ('totp' | 'sms' | 'email')[]
                    }
                  | {
                      /** @enum {string} */
                      kind: 'mfa-setup-choice'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      methods: ('totp' | 'email')[]
                    }
                  | {
                      /** @enum {string} */
                      kind: 'factor-choice'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      factors: ('password' | 'email-code' | 'sms-code' | 'passkey')[]
                    }
                  | {
                      /** @enum {string} */
                      kind: 'password'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /**
                       * @description How this service will prove it to Cognito.
                       * @enum {string}
                       */
                      method: 'srp' | 'password'
                    }
                  | {
                      /** @enum {string} */
                      kind: 'passkey'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /** @description For `PublicKeyCredential.parseRequestOptionsFromJSON`. */
                      requestOptions: {
                        [key: string]: unknown
                      }
                    }
                  | {
                      /** @enum {string} */
                      kind: 'custom'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /** @description What the trigger of the user pool shows. */
                      parameters: {
                        [key: string]: string
                      }
                    }
                  | {
                      /** @enum {string} */
                      kind: 'unsupported'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      parameters: {
                        [key: string]: string
                      }
                    }
                /** @description Goes back with the answer; not with cookies. */
                challengeToken?: string
              }
            | {
                /** @enum {string} */
                status: 'confirm-sign-up'
              }
            | {
                /** @enum {string} */
                status: 'reset-password'
              }
        }
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?: 'COGNITO_INVALID_INPUT' | 'INVALID_INPUT' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unauthorized */
      401: {
        headers: {
          'www-authenticate'?: string
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 401
            /** @enum {string} */
            code?:
              | 'COGNITO_INVALID_CREDENTIALS'
              | 'COGNITO_TEMPORARY_PASSWORD_EXPIRED'
              | 'COGNITO_SESSION_EXPIRED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?:
              | 'COGNITO_NOT_ALLOWED'
              | 'CROSS_SITE'
              | 'COGNITO_REJECTED_BY_TRIGGER'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 409
            /** @enum {string} */
            code?: 'SIGN_IN_AGAIN' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Payload Too Large */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 413
            /** @enum {string} */
            code?: 'PAYLOAD_TOO_LARGE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unsupported Media Type */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 415
            /** @enum {string} */
            code?: 'UNSUPPORTED_MEDIA_TYPE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?:
              | 'RATE_LIMITED'
              | 'COGNITO_RATE_LIMITED'
              | 'COGNITO_TOO_MANY_ATTEMPTS'
              | 'COGNITO_LIMIT_EXCEEDED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?:
              | 'INTERNAL'
              | 'COGNITO_MISCONFIGURED'
              | 'SESSION_TOO_LARGE'
              | 'CHALLENGE_TOO_LARGE'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?:
              | 'COGNITO_UNAVAILABLE'
              | 'COGNITO_CODE_NOT_DELIVERED'
              | 'COGNITO_TRIGGER_FAILED'
              | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  refresh: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          refreshToken?: string
          /** @description As it came with a sign-in; not with cookies. */
          deviceToken?: string
        } | null
      }
    }
    responses: {
      /** @description Still signed in, with new tokens. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @enum {string} */
            status: 'signed-in'
            user: {
              /** @description The user's id, which never changes. */
              sub: string
              username: string
              groups: string[]
              scopes: string[]
            }
            /** @description When the access token stops working, in Unix seconds. */
            expiresAt: number
            /** @description Not with cookies. */
            tokens?: {
              accessToken: string
              idToken: string
              refreshToken?: string
              /** @description In Unix seconds. */
              expiresAt: number
            }
            /** @description Where the user pool keeps track of devices: one that is new to it. */
            device?: {
              key: string
              /** @description Whether it is remembered only once the user has said so. */
              needsConsent: boolean
            }
            /** @description Goes with the next sign-in and each refresh; not with cookies. */
            deviceToken?: string
            /** @description As it was given to `/reauthenticate`. */
            returnTo?: string
          }
        }
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?: 'COGNITO_INVALID_INPUT' | 'INVALID_INPUT' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unauthorized */
      401: {
        headers: {
          'www-authenticate'?: string
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 401
            /** @enum {string} */
            code?:
              | 'COGNITO_TOKEN_REJECTED'
              | 'COGNITO_USER_NOT_FOUND'
              | 'COGNITO_USER_DISABLED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?:
              | 'COGNITO_NOT_ALLOWED'
              | 'CROSS_SITE'
              | 'COGNITO_REJECTED_BY_TRIGGER'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 409
            /** @enum {string} */
            code?:
              | 'COGNITO_USER_NOT_CONFIRMED'
              | 'COGNITO_PASSWORD_RESET_REQUIRED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Payload Too Large */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 413
            /** @enum {string} */
            code?: 'PAYLOAD_TOO_LARGE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unsupported Media Type */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 415
            /** @enum {string} */
            code?: 'UNSUPPORTED_MEDIA_TYPE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?: 'RATE_LIMITED' | 'COGNITO_RATE_LIMITED' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?: 'INTERNAL' | 'COGNITO_MISCONFIGURED'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?: 'COGNITO_UNAVAILABLE' | 'COGNITO_TRIGGER_FAILED' | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  signOut: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          refreshToken?: string
        } | null
      }
    }
    responses: {
      /** @description Signed out. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?: 'COGNITO_INVALID_INPUT' | 'INVALID_INPUT' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?: 'COGNITO_NOT_ALLOWED' | 'CROSS_SITE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Payload Too Large */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 413
            /** @enum {string} */
            code?: 'PAYLOAD_TOO_LARGE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unsupported Media Type */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 415
            /** @enum {string} */
            code?: 'UNSUPPORTED_MEDIA_TYPE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?: 'RATE_LIMITED' | 'COGNITO_RATE_LIMITED' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?: 'INTERNAL' | 'COGNITO_MISCONFIGURED'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?: 'COGNITO_UNAVAILABLE' | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  signOutEverywhere: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Signed out everywhere. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?: 'COGNITO_INVALID_INPUT' | 'INVALID_INPUT' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unauthorized */
      401: {
        headers: {
          'www-authenticate'?: string
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 401
            /** @enum {string} */
            code?:
              | 'TOKEN_MISSING'
              | 'TOKEN_MALFORMED'
              | 'TOKEN_EXPIRED'
              | 'TOKEN_UNTRUSTED'
              | 'COGNITO_TOKEN_REJECTED'
              | 'COGNITO_USER_NOT_FOUND'
              | 'COGNITO_USER_DISABLED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?: 'COGNITO_NOT_ALLOWED' | 'CROSS_SITE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 409
            /** @enum {string} */
            code?:
              | 'COGNITO_USER_NOT_CONFIRMED'
              | 'COGNITO_PASSWORD_RESET_REQUIRED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Payload Too Large */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 413
            /** @enum {string} */
            code?: 'PAYLOAD_TOO_LARGE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unsupported Media Type */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 415
            /** @enum {string} */
            code?: 'UNSUPPORTED_MEDIA_TYPE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?: 'RATE_LIMITED' | 'COGNITO_RATE_LIMITED' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?: 'INTERNAL' | 'COGNITO_MISCONFIGURED'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?: 'COGNITO_UNAVAILABLE' | 'KEYS_UNAVAILABLE' | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  signUp: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          username?: string
          email?: string
          phoneNumber?: string
          password?: string
          attributes?: {
            readonly sub?: unknown
            readonly email_verified?: unknown
            readonly phone_number_verified?: unknown
            readonly identities?: unknown
            address?: string
            birthdate?: string
            family_name?: string
            gender?: string
            given_name?: string
            locale?: string
            middle_name?: string
            name?: string
            nickname?: string
            picture?: string
            preferred_username?: string
            profile?: string
            website?: string
            zoneinfo?: string
            email?: string
            phone_number?: string
            updated_at?: number
            'custom:level'?: number
          } & {
            [key: string]: string | number | boolean
          }
        }
      }
    }
    responses: {
      /** @description Signed up; a code is to confirm it where the status says so. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json':
            | {
                /** @enum {string} */
                status: 'confirm-sign-up'
                delivery?: {
                  /** @enum {string} */
                  medium: 'email' | 'sms'
                  /** @description Masked, such as a***@e***. */
                  destination: string
                  /** @enum {string} */
                  attribute?: 'email' | 'phone_number'
                }
                /** @description Goes back with the code, to be signed in straight away; not with cookies. */
                signUpToken?: string
              }
            | {
                /** @enum {string} */
                status: 'confirmed'
              }
        }
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?:
              | 'COGNITO_INVALID_INPUT'
              | 'INVALID_INPUT'
              | 'COGNITO_INVALID_PASSWORD'
              | 'COGNITO_ATTRIBUTE_MISSING'
              | 'COGNITO_ATTRIBUTE_INVALID'
              | 'COGNITO_ATTRIBUTE_READ_ONLY'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?:
              | 'COGNITO_NOT_ALLOWED'
              | 'CROSS_SITE'
              | 'COGNITO_SIGN_UP_CLOSED'
              | 'COGNITO_REJECTED_BY_TRIGGER'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Payload Too Large */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 413
            /** @enum {string} */
            code?: 'PAYLOAD_TOO_LARGE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unsupported Media Type */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 415
            /** @enum {string} */
            code?: 'UNSUPPORTED_MEDIA_TYPE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?: 'RATE_LIMITED' | 'COGNITO_RATE_LIMITED' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?: 'INTERNAL' | 'COGNITO_MISCONFIGURED'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?: 'COGNITO_UNAVAILABLE' | 'COGNITO_TRIGGER_FAILED' | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  confirmSignUp: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          username: string
          code: string
          signUpToken?: string
        }
      }
    }
    responses: {
      /** @description Confirmed, and signed in where that is possible. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json':
            | {
                /** @enum {string} */
                status: 'confirmed'
              }
            | {
                /** @enum {string} */
                status: 'signed-in'
                user: {
                  /** @description The user's id, which never changes. */
                  sub: string
                  username: string
                  groups: string[]
                  scopes: string[]
                }
                /** @description When the access token stops working, in Unix seconds. */
                expiresAt: number
                /** @description Not with cookies. */
                tokens?: {
                  accessToken: string
                  idToken: string
                  refreshToken?: string
                  /** @description In Unix seconds. */
                  expiresAt: number
                }
                /** @description Where the user pool keeps track of devices: one that is new to it. */
                device?: {
                  key: string
                  /** @description Whether it is remembered only once the user has said so. */
                  needsConsent: boolean
                }
                /** @description Goes with the next sign-in and each refresh; not with cookies. */
                deviceToken?: string
                /** @description As it was given to `/reauthenticate`. */
                returnTo?: string
              }
            | {
                /** @enum {string} */
                status: 'challenge'
                challenge:
                  | {
                      /** @enum {string} */
                      kind: 'new-password'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /** @description Those that the answer has to give as well. */
                      missingAttributes: string[]
                    }
                  | {
                      /** @enum {string} */
                      kind: 'sms-code'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      delivery: {
                        /** @enum {string} */
                        medium: 'email' | 'sms'
                        /** @description Masked, such as a***@e***. */
                        destination: string
                        /** @enum {string} */
                        attribute?: 'email' | 'phone_number'
                      }
                    }
                  | {
                      /** @enum {string} */
                      kind: 'email-code'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      delivery: {
                        /** @enum {string} */
                        medium: 'email' | 'sms'
                        /** @description Masked, such as a***@e***. */
                        destination: string
                        /** @enum {string} */
                        attribute?: 'email' | 'phone_number'
                      }
                    }
                  | {
                      /** @enum {string} */
                      kind: 'totp-code'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /** @description What the user called the authenticator app. */
                      deviceName?: string
                    }
                  | {
                      /** @enum {string} */
                      kind: 'totp-setup'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /** @description The key, in base32, for whoever types it. */
                      secret: string
                      /** @description The key as a link, `otpauth://…`. */
                      uri: string
                      /** @description That link as a QR code: an SVG document. */
                      qr: string
                    }
                  | {
                      /** @enum {string} */
                      kind: 'email-setup'
                      /** @description In Unix seconds. */
                      expiresAt: number
                    }
                  | {
                      /** @enum {string} */
                      kind: 'mfa-choice'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      methods: ('totp' | 'sms' | 'email')[]
                    }
                  | {
                      /** @enum {string} */
                      kind: 'mfa-setup-choice'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      methods: ('totp' | 'email')[]
                    }
                  | {
                      /** @enum {string} */
                      kind: 'factor-choice'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      factors: ('password' | 'email-code' | 'sms-code' | 'passkey')[]
                    }
                  | {
                      /** @enum {string} */
                      kind: 'password'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /**
                       * @description How this service will prove it to Cognito.
                       * @enum {string}
                       */
                      method: 'srp' | 'password'
                    }
                  | {
                      /** @enum {string} */
                      kind: 'passkey'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /** @description For `PublicKeyCredential.parseRequestOptionsFromJSON`. */
                      requestOptions: {
                        [key: string]: unknown
                      }
                    }
                  | {
                      /** @enum {string} */
                      kind: 'custom'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      /** @description What the trigger of the user pool shows. */
                      parameters: {
                        [key: string]: string
                      }
                    }
                  | {
                      /** @enum {string} */
                      kind: 'unsupported'
                      /** @description In Unix seconds. */
                      expiresAt: number
                      parameters: {
                        [key: string]: string
                      }
                    }
                /** @description Goes back with the answer; not with cookies. */
                challengeToken?: string
              }
        }
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?:
              | 'COGNITO_INVALID_INPUT'
              | 'INVALID_INPUT'
              | 'COGNITO_CODE_MISMATCH'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?:
              | 'COGNITO_NOT_ALLOWED'
              | 'CROSS_SITE'
              | 'COGNITO_REJECTED_BY_TRIGGER'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 409
            /** @enum {string} */
            code?: 'COGNITO_ALIAS_TAKEN' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Payload Too Large */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 413
            /** @enum {string} */
            code?: 'PAYLOAD_TOO_LARGE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unsupported Media Type */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 415
            /** @enum {string} */
            code?: 'UNSUPPORTED_MEDIA_TYPE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?: 'RATE_LIMITED' | 'COGNITO_RATE_LIMITED' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?: 'INTERNAL' | 'COGNITO_MISCONFIGURED'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?: 'COGNITO_UNAVAILABLE' | 'COGNITO_TRIGGER_FAILED' | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  resendSignUpCode: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          username: string
        }
      }
    }
    responses: {
      /** @description Where the code goes, if there is such a sign-up. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @enum {string} */
            medium: 'email' | 'sms'
            /** @description Masked, such as a***@e***. */
            destination: string
            /** @enum {string} */
            attribute?: 'email' | 'phone_number'
          }
        }
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?: 'COGNITO_INVALID_INPUT' | 'INVALID_INPUT' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?: 'COGNITO_NOT_ALLOWED' | 'CROSS_SITE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Payload Too Large */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 413
            /** @enum {string} */
            code?: 'PAYLOAD_TOO_LARGE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unsupported Media Type */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 415
            /** @enum {string} */
            code?: 'UNSUPPORTED_MEDIA_TYPE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?: 'RATE_LIMITED' | 'COGNITO_RATE_LIMITED' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?: 'INTERNAL' | 'COGNITO_MISCONFIGURED'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?: 'COGNITO_UNAVAILABLE' | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  forgotPassword: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          username: string
        }
      }
    }
    responses: {
      /** @description Where the code goes, if there is such a user. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @enum {string} */
            medium: 'email' | 'sms'
            /** @description Masked, such as a***@e***. */
            destination: string
            /** @enum {string} */
            attribute?: 'email' | 'phone_number'
          }
        }
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?: 'COGNITO_INVALID_INPUT' | 'INVALID_INPUT' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?: 'COGNITO_NOT_ALLOWED' | 'CROSS_SITE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Payload Too Large */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 413
            /** @enum {string} */
            code?: 'PAYLOAD_TOO_LARGE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unsupported Media Type */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 415
            /** @enum {string} */
            code?: 'UNSUPPORTED_MEDIA_TYPE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?: 'RATE_LIMITED' | 'COGNITO_RATE_LIMITED' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?: 'INTERNAL' | 'COGNITO_MISCONFIGURED'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?: 'COGNITO_UNAVAILABLE' | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  resetPassword: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          username: string
          code: string
          newPassword: string
        }
      }
    }
    responses: {
      /** @description The new password counts. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?:
              | 'COGNITO_INVALID_INPUT'
              | 'INVALID_INPUT'
              | 'COGNITO_CODE_MISMATCH'
              | 'COGNITO_INVALID_PASSWORD'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?:
              | 'COGNITO_NOT_ALLOWED'
              | 'CROSS_SITE'
              | 'COGNITO_REJECTED_BY_TRIGGER'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Payload Too Large */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 413
            /** @enum {string} */
            code?: 'PAYLOAD_TOO_LARGE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unsupported Media Type */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 415
            /** @enum {string} */
            code?: 'UNSUPPORTED_MEDIA_TYPE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?: 'RATE_LIMITED' | 'COGNITO_RATE_LIMITED' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?: 'INTERNAL' | 'COGNITO_MISCONFIGURED'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?: 'COGNITO_UNAVAILABLE' | 'COGNITO_TRIGGER_FAILED' | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  changePassword: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          currentPassword?: string
          newPassword: string
        }
      }
    }
    responses: {
      /** @description The new password counts. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?:
              | 'COGNITO_INVALID_INPUT'
              | 'INVALID_INPUT'
              | 'COGNITO_WRONG_PASSWORD'
              | 'COGNITO_INVALID_PASSWORD'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unauthorized */
      401: {
        headers: {
          'www-authenticate'?: string
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 401
            /** @enum {string} */
            code?:
              | 'TOKEN_MISSING'
              | 'TOKEN_MALFORMED'
              | 'TOKEN_EXPIRED'
              | 'TOKEN_UNTRUSTED'
              | 'COGNITO_TOKEN_REJECTED'
              | 'COGNITO_USER_NOT_FOUND'
              | 'COGNITO_USER_DISABLED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?: 'COGNITO_NOT_ALLOWED' | 'CROSS_SITE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 409
            /** @enum {string} */
            code?:
              | 'COGNITO_USER_NOT_CONFIRMED'
              | 'COGNITO_PASSWORD_RESET_REQUIRED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Payload Too Large */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 413
            /** @enum {string} */
            code?: 'PAYLOAD_TOO_LARGE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unsupported Media Type */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 415
            /** @enum {string} */
            code?: 'UNSUPPORTED_MEDIA_TYPE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?:
              | 'RATE_LIMITED'
              | 'COGNITO_RATE_LIMITED'
              | 'COGNITO_TOO_MANY_ATTEMPTS'
              | 'COGNITO_LIMIT_EXCEEDED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?: 'INTERNAL' | 'COGNITO_MISCONFIGURED'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?: 'COGNITO_UNAVAILABLE' | 'KEYS_UNAVAILABLE' | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getPasswordPolicy: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The password policy of the user pool. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            minimumLength: number
            requireLowercase: boolean
            requireUppercase: boolean
            requireNumbers: boolean
            requireSymbols: boolean
            historySize: number
            temporaryPasswordDays: number
          }
        }
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?: 'COGNITO_INVALID_INPUT' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?: 'COGNITO_NOT_ALLOWED' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 404
            /** @enum {string} */
            code?: 'NOT_FOUND' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?: 'RATE_LIMITED' | 'COGNITO_RATE_LIMITED' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?: 'INTERNAL' | 'COGNITO_MISCONFIGURED'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?: 'COGNITO_UNAVAILABLE' | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getProfile: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The user, and the attributes that the app client may read. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            user: {
              /** @description The user's id, which never changes. */
              sub: string
              username: string
              groups: string[]
              scopes: string[]
            }
            attributes: {
              sub?: string
              address?: string
              birthdate?: string
              family_name?: string
              gender?: string
              given_name?: string
              locale?: string
              middle_name?: string
              name?: string
              nickname?: string
              picture?: string
              preferred_username?: string
              profile?: string
              website?: string
              zoneinfo?: string
              email?: string
              email_verified?: boolean
              phone_number?: string
              phone_number_verified?: boolean
              /** @description In Unix seconds. */
              updated_at?: number
              identities?: string
              'custom:level'?: number
            } & {
              [key: string]: string | number | boolean
            }
          }
        }
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?: 'COGNITO_INVALID_INPUT' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unauthorized */
      401: {
        headers: {
          'www-authenticate'?: string
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 401
            /** @enum {string} */
            code?:
              | 'TOKEN_MISSING'
              | 'TOKEN_MALFORMED'
              | 'TOKEN_EXPIRED'
              | 'TOKEN_UNTRUSTED'
              | 'COGNITO_TOKEN_REJECTED'
              | 'COGNITO_USER_NOT_FOUND'
              | 'COGNITO_USER_DISABLED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?: 'COGNITO_NOT_ALLOWED' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 409
            /** @enum {string} */
            code?:
              | 'COGNITO_USER_NOT_CONFIRMED'
              | 'COGNITO_PASSWORD_RESET_REQUIRED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?: 'RATE_LIMITED' | 'COGNITO_RATE_LIMITED' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?: 'INTERNAL' | 'COGNITO_MISCONFIGURED'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?: 'COGNITO_UNAVAILABLE' | 'KEYS_UNAVAILABLE' | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteAccount: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Deleted, and signed out. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?: 'COGNITO_INVALID_INPUT' | 'INVALID_INPUT' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unauthorized */
      401: {
        headers: {
          'www-authenticate'?: string
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 401
            /** @enum {string} */
            code?:
              | 'TOKEN_MISSING'
              | 'TOKEN_MALFORMED'
              | 'TOKEN_EXPIRED'
              | 'TOKEN_UNTRUSTED'
              | 'COGNITO_TOKEN_REJECTED'
              | 'COGNITO_USER_NOT_FOUND'
              | 'COGNITO_USER_DISABLED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?: 'COGNITO_NOT_ALLOWED' | 'CROSS_SITE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 409
            /** @enum {string} */
            code?:
              | 'COGNITO_USER_NOT_CONFIRMED'
              | 'COGNITO_PASSWORD_RESET_REQUIRED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Payload Too Large */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 413
            /** @enum {string} */
            code?: 'PAYLOAD_TOO_LARGE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unsupported Media Type */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 415
            /** @enum {string} */
            code?: 'UNSUPPORTED_MEDIA_TYPE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?: 'RATE_LIMITED' | 'COGNITO_RATE_LIMITED' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?: 'INTERNAL' | 'COGNITO_MISCONFIGURED'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?: 'COGNITO_UNAVAILABLE' | 'KEYS_UNAVAILABLE' | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  updateProfile: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          attributes: {
            readonly sub?: unknown
            readonly email_verified?: unknown
            readonly phone_number_verified?: unknown
            readonly identities?: unknown
            address?: string | null
            birthdate?: string | null
            family_name?: string | null
            gender?: string | null
            given_name?: string | null
            locale?: string | null
            middle_name?: string | null
            name?: string | null
            nickname?: string | null
            picture?: string | null
            preferred_username?: string | null
            profile?: string | null
            website?: string | null
            zoneinfo?: string | null
            email?: string | null
            phone_number?: string | null
            updated_at?: number | null
            'custom:level'?: number | null
          } & {
            [key: string]: string | number | boolean | null
          }
        }
      }
    }
    responses: {
      /** @description The attributes as they are now, and where codes went for those to be verified. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            user: {
              /** @description The user's id, which never changes. */
              sub: string
              username: string
              groups: string[]
              scopes: string[]
            }
            attributes: {
              sub?: string
              address?: string
              birthdate?: string
              family_name?: string
              gender?: string
              given_name?: string
              locale?: string
              middle_name?: string
              name?: string
              nickname?: string
              picture?: string
              preferred_username?: string
              profile?: string
              website?: string
              zoneinfo?: string
              email?: string
              email_verified?: boolean
              phone_number?: string
              phone_number_verified?: boolean
              /** @description In Unix seconds. */
              updated_at?: number
              identities?: string
              'custom:level'?: number
            } & {
              [key: string]: string | number | boolean
            }
            toVerify: {
              /** @enum {string} */
              medium: 'email' | 'sms'
              /** @description Masked, such as a***@e***. */
              destination: string
              /** @enum {string} */
              attribute?: 'email' | 'phone_number'
            }[]
          }
        }
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?:
              | 'COGNITO_INVALID_INPUT'
              | 'INVALID_INPUT'
              | 'COGNITO_ATTRIBUTE_MISSING'
              | 'COGNITO_ATTRIBUTE_INVALID'
              | 'COGNITO_ATTRIBUTE_READ_ONLY'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unauthorized */
      401: {
        headers: {
          'www-authenticate'?: string
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 401
            /** @enum {string} */
            code?:
              | 'TOKEN_MISSING'
              | 'TOKEN_MALFORMED'
              | 'TOKEN_EXPIRED'
              | 'TOKEN_UNTRUSTED'
              | 'COGNITO_TOKEN_REJECTED'
              | 'COGNITO_USER_NOT_FOUND'
              | 'COGNITO_USER_DISABLED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?:
              | 'COGNITO_NOT_ALLOWED'
              | 'CROSS_SITE'
              | 'COGNITO_REJECTED_BY_TRIGGER'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 409
            /** @enum {string} */
            code?:
              | 'COGNITO_USER_NOT_CONFIRMED'
              | 'COGNITO_PASSWORD_RESET_REQUIRED'
              | 'COGNITO_ALIAS_TAKEN'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Payload Too Large */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 413
            /** @enum {string} */
            code?: 'PAYLOAD_TOO_LARGE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unsupported Media Type */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 415
            /** @enum {string} */
            code?: 'UNSUPPORTED_MEDIA_TYPE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?:
              | 'RATE_LIMITED'
              | 'COGNITO_RATE_LIMITED'
              | 'COGNITO_LIMIT_EXCEEDED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?: 'INTERNAL' | 'COGNITO_MISCONFIGURED'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?:
              | 'COGNITO_UNAVAILABLE'
              | 'KEYS_UNAVAILABLE'
              | 'COGNITO_CODE_NOT_DELIVERED'
              | 'COGNITO_TRIGGER_FAILED'
              | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  requestVerification: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          attribute: 'email' | 'phone_number'
        }
      }
    }
    responses: {
      /** @description Where the code went. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @enum {string} */
            medium: 'email' | 'sms'
            /** @description Masked, such as a***@e***. */
            destination: string
            /** @enum {string} */
            attribute?: 'email' | 'phone_number'
          }
        }
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?:
              | 'COGNITO_INVALID_INPUT'
              | 'INVALID_INPUT'
              | 'COGNITO_ATTRIBUTE_MISSING'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unauthorized */
      401: {
        headers: {
          'www-authenticate'?: string
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 401
            /** @enum {string} */
            code?:
              | 'TOKEN_MISSING'
              | 'TOKEN_MALFORMED'
              | 'TOKEN_EXPIRED'
              | 'TOKEN_UNTRUSTED'
              | 'COGNITO_TOKEN_REJECTED'
              | 'COGNITO_USER_NOT_FOUND'
              | 'COGNITO_USER_DISABLED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?:
              | 'COGNITO_NOT_ALLOWED'
              | 'CROSS_SITE'
              | 'COGNITO_REJECTED_BY_TRIGGER'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 409
            /** @enum {string} */
            code?:
              | 'COGNITO_USER_NOT_CONFIRMED'
              | 'COGNITO_PASSWORD_RESET_REQUIRED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Payload Too Large */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 413
            /** @enum {string} */
            code?: 'PAYLOAD_TOO_LARGE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unsupported Media Type */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 415
            /** @enum {string} */
            code?: 'UNSUPPORTED_MEDIA_TYPE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?:
              | 'RATE_LIMITED'
              | 'COGNITO_RATE_LIMITED'
              | 'COGNITO_LIMIT_EXCEEDED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?: 'INTERNAL' | 'COGNITO_MISCONFIGURED'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?:
              | 'COGNITO_UNAVAILABLE'
              | 'KEYS_UNAVAILABLE'
              | 'COGNITO_CODE_NOT_DELIVERED'
              | 'COGNITO_TRIGGER_FAILED'
              | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  verifyAttribute: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          attribute: 'email' | 'phone_number'
          code: string
        }
      }
    }
    responses: {
      /** @description Verified. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?:
              | 'COGNITO_INVALID_INPUT'
              | 'INVALID_INPUT'
              | 'COGNITO_CODE_MISMATCH'
              | 'COGNITO_CODE_EXPIRED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unauthorized */
      401: {
        headers: {
          'www-authenticate'?: string
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 401
            /** @enum {string} */
            code?:
              | 'TOKEN_MISSING'
              | 'TOKEN_MALFORMED'
              | 'TOKEN_EXPIRED'
              | 'TOKEN_UNTRUSTED'
              | 'COGNITO_TOKEN_REJECTED'
              | 'COGNITO_USER_NOT_FOUND'
              | 'COGNITO_USER_DISABLED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?: 'COGNITO_NOT_ALLOWED' | 'CROSS_SITE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 409
            /** @enum {string} */
            code?:
              | 'COGNITO_USER_NOT_CONFIRMED'
              | 'COGNITO_PASSWORD_RESET_REQUIRED'
              | 'COGNITO_ALIAS_TAKEN'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Payload Too Large */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 413
            /** @enum {string} */
            code?: 'PAYLOAD_TOO_LARGE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unsupported Media Type */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 415
            /** @enum {string} */
            code?: 'UNSUPPORTED_MEDIA_TYPE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?:
              | 'RATE_LIMITED'
              | 'COGNITO_RATE_LIMITED'
              | 'COGNITO_LIMIT_EXCEEDED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?: 'INTERNAL' | 'COGNITO_MISCONFIGURED'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?: 'COGNITO_UNAVAILABLE' | 'KEYS_UNAVAILABLE' | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  getMfa: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The second factors that are enabled, and what the user can sign in with. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @description What is asked for at sign-in, besides the first factor. */
            enabled: ('totp' | 'sms' | 'email')[]
            /**
             * @description What is asked for first; `none` leaves it to the user where several are enabled.
             * @enum {string}
             */
            preferred: 'totp' | 'sms' | 'email' | 'none'
            /** @description What the user can sign in with. */
            factors: ('password' | 'email-code' | 'sms-code' | 'passkey')[]
          }
        }
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?: 'COGNITO_INVALID_INPUT' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unauthorized */
      401: {
        headers: {
          'www-authenticate'?: string
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 401
            /** @enum {string} */
            code?:
              | 'TOKEN_MISSING'
              | 'TOKEN_MALFORMED'
              | 'TOKEN_EXPIRED'
              | 'TOKEN_UNTRUSTED'
              | 'COGNITO_TOKEN_REJECTED'
              | 'COGNITO_USER_NOT_FOUND'
              | 'COGNITO_USER_DISABLED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?: 'COGNITO_NOT_ALLOWED' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 409
            /** @enum {string} */
            code?:
              | 'COGNITO_USER_NOT_CONFIRMED'
              | 'COGNITO_PASSWORD_RESET_REQUIRED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?: 'RATE_LIMITED' | 'COGNITO_RATE_LIMITED' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?: 'INTERNAL' | 'COGNITO_MISCONFIGURED'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?: 'COGNITO_UNAVAILABLE' | 'KEYS_UNAVAILABLE' | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  setMfa: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @description What is asked for at sign-in, besides the first factor. */
          enabled: ('totp' | 'sms' | 'email')[]
          /**
           * @description What is asked for first; `none` leaves it to the user where several are enabled.
           * @enum {string}
           */
          preferred: 'totp' | 'sms' | 'email' | 'none'
        }
      }
    }
    responses: {
      /** @description The second factors that are asked for from now on. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @description What is asked for at sign-in, besides the first factor. */
            enabled: ('totp' | 'sms' | 'email')[]
            /**
             * @description What is asked for first; `none` leaves it to the user where several are enabled.
             * @enum {string}
             */
            preferred: 'totp' | 'sms' | 'email' | 'none'
            /** @description What the user can sign in with. */
            factors: ('password' | 'email-code' | 'sms-code' | 'passkey')[]
          }
        }
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?: 'COGNITO_INVALID_INPUT' | 'INVALID_INPUT' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unauthorized */
      401: {
        headers: {
          'www-authenticate'?: string
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 401
            /** @enum {string} */
            code?:
              | 'TOKEN_MISSING'
              | 'TOKEN_MALFORMED'
              | 'TOKEN_EXPIRED'
              | 'TOKEN_UNTRUSTED'
              | 'COGNITO_TOKEN_REJECTED'
              | 'COGNITO_USER_NOT_FOUND'
              | 'COGNITO_USER_DISABLED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?: 'COGNITO_NOT_ALLOWED' | 'CROSS_SITE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 409
            /** @enum {string} */
            code?:
              | 'COGNITO_USER_NOT_CONFIRMED'
              | 'COGNITO_PASSWORD_RESET_REQUIRED'
              | 'COGNITO_MFA_NOT_SET_UP'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Payload Too Large */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 413
            /** @enum {string} */
            code?: 'PAYLOAD_TOO_LARGE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unsupported Media Type */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 415
            /** @enum {string} */
            code?: 'UNSUPPORTED_MEDIA_TYPE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?: 'RATE_LIMITED' | 'COGNITO_RATE_LIMITED' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?: 'INTERNAL' | 'COGNITO_MISCONFIGURED'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?: 'COGNITO_UNAVAILABLE' | 'KEYS_UNAVAILABLE' | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  startTotp: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The secret that the app is to be told, once. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @description In base32, to be typed where no code can be scanned. */
            secret: string
            /** @description The same as `otpauth://` URI. */
            uri: string
            /** @description The same as QR code: an SVG document. */
            qr: string
          }
        }
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?: 'COGNITO_INVALID_INPUT' | 'INVALID_INPUT' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unauthorized */
      401: {
        headers: {
          'www-authenticate'?: string
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 401
            /** @enum {string} */
            code?:
              | 'TOKEN_MISSING'
              | 'TOKEN_MALFORMED'
              | 'TOKEN_EXPIRED'
              | 'TOKEN_UNTRUSTED'
              | 'COGNITO_TOKEN_REJECTED'
              | 'COGNITO_USER_NOT_FOUND'
              | 'COGNITO_USER_DISABLED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?: 'COGNITO_NOT_ALLOWED' | 'CROSS_SITE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 409
            /** @enum {string} */
            code?:
              | 'COGNITO_USER_NOT_CONFIRMED'
              | 'COGNITO_PASSWORD_RESET_REQUIRED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Payload Too Large */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 413
            /** @enum {string} */
            code?: 'PAYLOAD_TOO_LARGE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unsupported Media Type */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 415
            /** @enum {string} */
            code?: 'UNSUPPORTED_MEDIA_TYPE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?: 'RATE_LIMITED' | 'COGNITO_RATE_LIMITED' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?: 'INTERNAL' | 'COGNITO_MISCONFIGURED'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?: 'COGNITO_UNAVAILABLE' | 'KEYS_UNAVAILABLE' | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  confirmTotp: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          code: string
          deviceName?: string
        }
      }
    }
    responses: {
      /** @description The app is asked for at sign-in from now on. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?:
              | 'COGNITO_INVALID_INPUT'
              | 'INVALID_INPUT'
              | 'COGNITO_CODE_MISMATCH'
              | 'COGNITO_CODE_EXPIRED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unauthorized */
      401: {
        headers: {
          'www-authenticate'?: string
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 401
            /** @enum {string} */
            code?:
              | 'TOKEN_MISSING'
              | 'TOKEN_MALFORMED'
              | 'TOKEN_EXPIRED'
              | 'TOKEN_UNTRUSTED'
              | 'COGNITO_TOKEN_REJECTED'
              | 'COGNITO_USER_NOT_FOUND'
              | 'COGNITO_USER_DISABLED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?: 'COGNITO_NOT_ALLOWED' | 'CROSS_SITE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 409
            /** @enum {string} */
            code?:
              | 'COGNITO_USER_NOT_CONFIRMED'
              | 'COGNITO_PASSWORD_RESET_REQUIRED'
              | 'COGNITO_MFA_NOT_SET_UP'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Payload Too Large */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 413
            /** @enum {string} */
            code?: 'PAYLOAD_TOO_LARGE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unsupported Media Type */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 415
            /** @enum {string} */
            code?: 'UNSUPPORTED_MEDIA_TYPE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?: 'RATE_LIMITED' | 'COGNITO_RATE_LIMITED' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?: 'INTERNAL' | 'COGNITO_MISCONFIGURED'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?: 'COGNITO_UNAVAILABLE' | 'KEYS_UNAVAILABLE' | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listPasskeys: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description All of them. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            passkeys: {
              id: string
              /** @description As Cognito calls it, such as iCloud Keychain. */
              name: string
              relyingPartyId: string
              /** @description `platform` or `cross-platform`. */
              attachment?: string
              transports: string[]
              /** @description In Unix seconds. */
              createdAt: number
            }[]
          }
        }
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?: 'COGNITO_INVALID_INPUT' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unauthorized */
      401: {
        headers: {
          'www-authenticate'?: string
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 401
            /** @enum {string} */
            code?:
              | 'TOKEN_MISSING'
              | 'TOKEN_MALFORMED'
              | 'TOKEN_EXPIRED'
              | 'TOKEN_UNTRUSTED'
              | 'COGNITO_TOKEN_REJECTED'
              | 'COGNITO_USER_NOT_FOUND'
              | 'COGNITO_USER_DISABLED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?: 'COGNITO_NOT_ALLOWED' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 409
            /** @enum {string} */
            code?:
              | 'COGNITO_USER_NOT_CONFIRMED'
              | 'COGNITO_PASSWORD_RESET_REQUIRED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?: 'RATE_LIMITED' | 'COGNITO_RATE_LIMITED' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?: 'INTERNAL' | 'COGNITO_MISCONFIGURED'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?: 'COGNITO_UNAVAILABLE' | 'KEYS_UNAVAILABLE' | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  startPasskey: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description What the browser is to be asked for. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            challenge: string
            rp: {
              id?: string
              name: string
            }
            user: {
              id: string
              name: string
              displayName: string
            }
            pubKeyCredParams: {
              /** @enum {string} */
              type: 'public-key'
              alg: number
            }[]
            /** @description In milliseconds. */
            timeout?: number
            excludeCredentials?: {
              /** @enum {string} */
              type: 'public-key'
              id: string
            }[]
            authenticatorSelection?: {
              /** @enum {string} */
              residentKey?: 'discouraged' | 'preferred' | 'required'
              requireResidentKey?: boolean
              /** @enum {string} */
              userVerification?: 'discouraged' | 'preferred' | 'required'
            }
          }
        }
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?: 'COGNITO_INVALID_INPUT' | 'INVALID_INPUT' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unauthorized */
      401: {
        headers: {
          'www-authenticate'?: string
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 401
            /** @enum {string} */
            code?:
              | 'TOKEN_MISSING'
              | 'TOKEN_MALFORMED'
              | 'TOKEN_EXPIRED'
              | 'TOKEN_UNTRUSTED'
              | 'COGNITO_TOKEN_REJECTED'
              | 'COGNITO_USER_NOT_FOUND'
              | 'COGNITO_USER_DISABLED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?: 'COGNITO_NOT_ALLOWED' | 'CROSS_SITE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 409
            /** @enum {string} */
            code?:
              | 'COGNITO_USER_NOT_CONFIRMED'
              | 'COGNITO_PASSWORD_RESET_REQUIRED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Payload Too Large */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 413
            /** @enum {string} */
            code?: 'PAYLOAD_TOO_LARGE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unsupported Media Type */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 415
            /** @enum {string} */
            code?: 'UNSUPPORTED_MEDIA_TYPE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?:
              | 'RATE_LIMITED'
              | 'COGNITO_RATE_LIMITED'
              | 'COGNITO_LIMIT_EXCEEDED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?: 'INTERNAL' | 'COGNITO_MISCONFIGURED'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?: 'COGNITO_UNAVAILABLE' | 'KEYS_UNAVAILABLE' | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  finishPasskey: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @description What `credential.toJSON()` gives. */
          credential: {
            id: string
            rawId: string
            type: string
            response: {
              clientDataJSON: string
              attestationObject: string
            }
          }
        }
      }
    }
    responses: {
      /** @description The user can sign in with it. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?:
              | 'COGNITO_INVALID_INPUT'
              | 'INVALID_INPUT'
              | 'COGNITO_PASSKEY_REJECTED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unauthorized */
      401: {
        headers: {
          'www-authenticate'?: string
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 401
            /** @enum {string} */
            code?:
              | 'TOKEN_MISSING'
              | 'TOKEN_MALFORMED'
              | 'TOKEN_EXPIRED'
              | 'TOKEN_UNTRUSTED'
              | 'COGNITO_TOKEN_REJECTED'
              | 'COGNITO_USER_NOT_FOUND'
              | 'COGNITO_USER_DISABLED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?: 'COGNITO_NOT_ALLOWED' | 'CROSS_SITE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 409
            /** @enum {string} */
            code?:
              | 'COGNITO_USER_NOT_CONFIRMED'
              | 'COGNITO_PASSWORD_RESET_REQUIRED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Payload Too Large */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 413
            /** @enum {string} */
            code?: 'PAYLOAD_TOO_LARGE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unsupported Media Type */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 415
            /** @enum {string} */
            code?: 'UNSUPPORTED_MEDIA_TYPE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?:
              | 'RATE_LIMITED'
              | 'COGNITO_RATE_LIMITED'
              | 'COGNITO_LIMIT_EXCEEDED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?: 'INTERNAL' | 'COGNITO_MISCONFIGURED'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?: 'COGNITO_UNAVAILABLE' | 'KEYS_UNAVAILABLE' | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  deletePasskey: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Nobody signs in with it any more. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?: 'COGNITO_INVALID_INPUT' | 'INVALID_INPUT' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unauthorized */
      401: {
        headers: {
          'www-authenticate'?: string
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 401
            /** @enum {string} */
            code?:
              | 'TOKEN_MISSING'
              | 'TOKEN_MALFORMED'
              | 'TOKEN_EXPIRED'
              | 'TOKEN_UNTRUSTED'
              | 'COGNITO_TOKEN_REJECTED'
              | 'COGNITO_USER_NOT_FOUND'
              | 'COGNITO_USER_DISABLED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?: 'COGNITO_NOT_ALLOWED' | 'CROSS_SITE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 404
            /** @enum {string} */
            code?: 'NOT_FOUND' | 'COGNITO_PASSKEY_NOT_FOUND' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 409
            /** @enum {string} */
            code?:
              | 'COGNITO_USER_NOT_CONFIRMED'
              | 'COGNITO_PASSWORD_RESET_REQUIRED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Payload Too Large */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 413
            /** @enum {string} */
            code?: 'PAYLOAD_TOO_LARGE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unsupported Media Type */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 415
            /** @enum {string} */
            code?: 'UNSUPPORTED_MEDIA_TYPE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?: 'RATE_LIMITED' | 'COGNITO_RATE_LIMITED' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?: 'INTERNAL' | 'COGNITO_MISCONFIGURED'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?: 'COGNITO_UNAVAILABLE' | 'KEYS_UNAVAILABLE' | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listDevices: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description All of them. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            devices: {
              key: string
              name?: string
              /** @description Only where Cognito says so. */
              remembered?: boolean
              lastIp?: string
              /** @description In Unix seconds. */
              createdAt: number
              /** @description In Unix seconds. */
              lastUsedAt?: number
              /** @description Whether the caller has signed in on it. */
              isCurrent: boolean
            }[]
          }
        }
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?: 'COGNITO_INVALID_INPUT' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unauthorized */
      401: {
        headers: {
          'www-authenticate'?: string
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 401
            /** @enum {string} */
            code?:
              | 'TOKEN_MISSING'
              | 'TOKEN_MALFORMED'
              | 'TOKEN_EXPIRED'
              | 'TOKEN_UNTRUSTED'
              | 'COGNITO_TOKEN_REJECTED'
              | 'COGNITO_USER_NOT_FOUND'
              | 'COGNITO_USER_DISABLED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?: 'COGNITO_NOT_ALLOWED' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 409
            /** @enum {string} */
            code?:
              | 'COGNITO_USER_NOT_CONFIRMED'
              | 'COGNITO_PASSWORD_RESET_REQUIRED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?: 'RATE_LIMITED' | 'COGNITO_RATE_LIMITED' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?: 'INTERNAL' | 'COGNITO_MISCONFIGURED'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?: 'COGNITO_UNAVAILABLE' | 'KEYS_UNAVAILABLE' | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  updateDevice: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description As `GET /devices` tells it. */
        key: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          remembered: boolean
        }
      }
    }
    responses: {
      /** @description It is remembered, or no longer. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?: 'COGNITO_INVALID_INPUT' | 'INVALID_INPUT' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unauthorized */
      401: {
        headers: {
          'www-authenticate'?: string
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 401
            /** @enum {string} */
            code?:
              | 'TOKEN_MISSING'
              | 'TOKEN_MALFORMED'
              | 'TOKEN_EXPIRED'
              | 'TOKEN_UNTRUSTED'
              | 'COGNITO_TOKEN_REJECTED'
              | 'COGNITO_USER_NOT_FOUND'
              | 'COGNITO_USER_DISABLED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?: 'COGNITO_NOT_ALLOWED' | 'CROSS_SITE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 404
            /** @enum {string} */
            code?: 'NOT_FOUND' | 'COGNITO_DEVICE_NOT_FOUND' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 409
            /** @enum {string} */
            code?:
              | 'COGNITO_USER_NOT_CONFIRMED'
              | 'COGNITO_PASSWORD_RESET_REQUIRED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Payload Too Large */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 413
            /** @enum {string} */
            code?: 'PAYLOAD_TOO_LARGE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unsupported Media Type */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 415
            /** @enum {string} */
            code?: 'UNSUPPORTED_MEDIA_TYPE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?: 'RATE_LIMITED' | 'COGNITO_RATE_LIMITED' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?: 'INTERNAL' | 'COGNITO_MISCONFIGURED'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?: 'COGNITO_UNAVAILABLE' | 'KEYS_UNAVAILABLE' | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  forgetDevice: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description As `GET /devices` tells it. */
        key: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Forgotten. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?: 'COGNITO_INVALID_INPUT' | 'INVALID_INPUT' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unauthorized */
      401: {
        headers: {
          'www-authenticate'?: string
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 401
            /** @enum {string} */
            code?:
              | 'TOKEN_MISSING'
              | 'TOKEN_MALFORMED'
              | 'TOKEN_EXPIRED'
              | 'TOKEN_UNTRUSTED'
              | 'COGNITO_TOKEN_REJECTED'
              | 'COGNITO_USER_NOT_FOUND'
              | 'COGNITO_USER_DISABLED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?: 'COGNITO_NOT_ALLOWED' | 'CROSS_SITE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 404
            /** @enum {string} */
            code?: 'NOT_FOUND' | 'COGNITO_DEVICE_NOT_FOUND' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 409
            /** @enum {string} */
            code?:
              | 'COGNITO_USER_NOT_CONFIRMED'
              | 'COGNITO_PASSWORD_RESET_REQUIRED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Payload Too Large */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 413
            /** @enum {string} */
            code?: 'PAYLOAD_TOO_LARGE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unsupported Media Type */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 415
            /** @enum {string} */
            code?: 'UNSUPPORTED_MEDIA_TYPE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?: 'RATE_LIMITED' | 'COGNITO_RATE_LIMITED' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?: 'INTERNAL' | 'COGNITO_MISCONFIGURED'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?: 'COGNITO_UNAVAILABLE' | 'KEYS_UNAVAILABLE' | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  listSessions: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Every session, of every app client of the pool. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            sessions: {
              id: string
              /**
               * @description Of an app, or of a browser that has signed in through managed login.
               * @enum {string}
               */
              kind: 'token' | 'single-sign-on'
              clientId?: string
              /** @description In Unix seconds. */
              createdAt?: number
              /** @description When it was last signed in or refreshed, in Unix seconds. */
              lastActiveAt?: number
              /** @description Only where Cognito could tell. */
              deviceType?: string
              /** @description Where it was last active. */
              ipAddress?: string
              /** @description Of that address, about. */
              location?: {
                city?: string
                country?: string
              }
              /** @description The single sign-on session that it came through. */
              originSessionId?: string
              /** @description Whether it is that of the caller. */
              isCurrent: boolean
            }[]
          }
        }
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?: 'COGNITO_INVALID_INPUT' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unauthorized */
      401: {
        headers: {
          'www-authenticate'?: string
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 401
            /** @enum {string} */
            code?:
              | 'TOKEN_MISSING'
              | 'TOKEN_MALFORMED'
              | 'TOKEN_EXPIRED'
              | 'TOKEN_UNTRUSTED'
              | 'COGNITO_TOKEN_REJECTED'
              | 'COGNITO_USER_NOT_FOUND'
              | 'COGNITO_USER_DISABLED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?: 'COGNITO_NOT_ALLOWED' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 409
            /** @enum {string} */
            code?:
              | 'COGNITO_USER_NOT_CONFIRMED'
              | 'COGNITO_PASSWORD_RESET_REQUIRED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?: 'RATE_LIMITED' | 'COGNITO_RATE_LIMITED' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?: 'INTERNAL' | 'COGNITO_MISCONFIGURED'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?: 'COGNITO_UNAVAILABLE' | 'KEYS_UNAVAILABLE' | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  revokeSession: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description As `GET /sessions` tells it. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Ended. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?: 'COGNITO_INVALID_INPUT' | 'INVALID_INPUT' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unauthorized */
      401: {
        headers: {
          'www-authenticate'?: string
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 401
            /** @enum {string} */
            code?:
              | 'TOKEN_MISSING'
              | 'TOKEN_MALFORMED'
              | 'TOKEN_EXPIRED'
              | 'TOKEN_UNTRUSTED'
              | 'COGNITO_TOKEN_REJECTED'
              | 'COGNITO_USER_NOT_FOUND'
              | 'COGNITO_USER_DISABLED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?: 'COGNITO_NOT_ALLOWED' | 'CROSS_SITE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 404
            /** @enum {string} */
            code?: 'NOT_FOUND' | 'COGNITO_SESSION_NOT_FOUND' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 409
            /** @enum {string} */
            code?:
              | 'COGNITO_USER_NOT_CONFIRMED'
              | 'COGNITO_PASSWORD_RESET_REQUIRED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Payload Too Large */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 413
            /** @enum {string} */
            code?: 'PAYLOAD_TOO_LARGE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unsupported Media Type */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 415
            /** @enum {string} */
            code?: 'UNSUPPORTED_MEDIA_TYPE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?: 'RATE_LIMITED' | 'COGNITO_RATE_LIMITED' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?: 'INTERNAL' | 'COGNITO_MISCONFIGURED'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?: 'COGNITO_UNAVAILABLE' | 'KEYS_UNAVAILABLE' | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
  signOutElsewhere: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description How many sessions have ended. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            /** @description How many. */
            revoked: number
          }
        }
      }
      /** @description Bad Request */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 400
            /** @enum {string} */
            code?: 'COGNITO_INVALID_INPUT' | 'INVALID_INPUT' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unauthorized */
      401: {
        headers: {
          'www-authenticate'?: string
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 401
            /** @enum {string} */
            code?:
              | 'TOKEN_MISSING'
              | 'TOKEN_MALFORMED'
              | 'TOKEN_EXPIRED'
              | 'TOKEN_UNTRUSTED'
              | 'COGNITO_TOKEN_REJECTED'
              | 'COGNITO_USER_NOT_FOUND'
              | 'COGNITO_USER_DISABLED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 403
            /** @enum {string} */
            code?: 'COGNITO_NOT_ALLOWED' | 'CROSS_SITE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 409
            /** @enum {string} */
            code?:
              | 'COGNITO_USER_NOT_CONFIRMED'
              | 'COGNITO_PASSWORD_RESET_REQUIRED'
              | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Payload Too Large */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 413
            /** @enum {string} */
            code?: 'PAYLOAD_TOO_LARGE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Unsupported Media Type */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 415
            /** @enum {string} */
            code?: 'UNSUPPORTED_MEDIA_TYPE' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Too Many Requests */
      429: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 429
            /** @enum {string} */
            code?: 'RATE_LIMITED' | 'COGNITO_RATE_LIMITED' | 'REQUEST_REFUSED'
          }
        }
      }
      /** @description Internal Server Error */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 500
            /** @enum {string} */
            code?: 'INTERNAL' | 'COGNITO_MISCONFIGURED'
          }
        }
      }
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 502
            /** @enum {string} */
            code?: 'COGNITO_UNEXPECTED' | 'INTERNAL'
          }
        }
      }
      /** @description Service Unavailable */
      503: {
        headers: {
          /** @description In seconds. */
          'retry-after'?: number
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem'] & {
            /** @enum {unknown} */
            status?: 503
            /** @enum {string} */
            code?: 'COGNITO_UNAVAILABLE' | 'KEYS_UNAVAILABLE' | 'INTERNAL'
          }
        }
      }
      /** @description Refused by this service, for reasons of its own. */
      default: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
}
