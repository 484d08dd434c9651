/** Of the delivery `'headers'`. The names are the same both ways, unless told otherwise. */
export interface HeadersOptions {
  /** That a request carries its access token in. @default 'AccessToken' */
  accessToken?: string
  /** @default 'RefreshToken' */
  refreshToken?: string
  /** Those of an answer, for clients that know others. @default the same */
  answerNames?: { accessToken?: string; refreshToken?: string }
  /** Whether `POST /sign-in` takes `Authorization: Basic` in place of a name and a password. @default true */
  basicCredentials?: boolean
}
