import type { HeadersOptions } from './headers-options.ts'

export interface TokenHeaderNames {
  accessToken: string
  refreshToken: string
}

/** The headers that carry tokens, by the way they go. */
export interface HeaderNames {
  request: TokenHeaderNames
  answer: TokenHeaderNames
}

export const headerNamesOf = (options: HeadersOptions = {}): HeaderNames => {
  const { accessToken = 'AccessToken', refreshToken = 'RefreshToken', answerNames } = options
  const request = { accessToken, refreshToken }
  return { request, answer: { ...request, ...answerNames } }
}
