// The package ships types that its export map does not lead to.

declare module 'cognito-srp-helper' {
  export interface SrpSession {
    readonly largeA: string
    readonly timestamp: string
  }
  export const createSrpSession: (
    username: string,
    password: string,
    poolId: string,
    isHashed: boolean,
  ) => SrpSession
  export const signSrpSession: (
    session: SrpSession,
    response: { ChallengeParameters: Readonly<Record<string, string>> },
  ) => SrpSession & { readonly passwordSignature: string }
}
