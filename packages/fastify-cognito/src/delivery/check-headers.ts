import { check, checkNames, fail, isBoolean, type Names } from '../option-checks.ts'
import type { Delivery } from '../options.ts'
import { headerNamesOf, type TokenHeaderNames } from './header-names.ts'
import type { HeadersOptions } from './headers-options.ts'

const headersNames: Names<HeadersOptions> = {
  accessToken: true,
  refreshToken: true,
  answerNames: true,
  basicCredentials: true,
}
const answerNames: Names<TokenHeaderNames> = { accessToken: true, refreshToken: true }

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2 */
const token = /^[\w!#$%&'*+.^`|~-]+$/

/** What HTTP, or whatever stands in between, reads for itself. */
const taken: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'host',
  'connection',
  'content-length',
  'content-type',
  'transfer-encoding',
  'te',
  'trailer',
  'upgrade',
  'cache-control',
])

/** @throws ConfigurationError that names the option. */
export const checkHeaders = (
  headers: HeadersOptions | undefined,
  deliver: Delivery | ((...input: never) => Delivery) | undefined,
): void => {
  if (headers === undefined) return
  checkNames({ given: headers, known: headersNames, path: 'headers' })
  if (deliver !== 'headers' && typeof deliver !== 'function') {
    fail('headers', "is for deliver: 'headers', or a function that may give it.")
  }
  if (headers.answerNames !== undefined) {
    checkNames({ given: headers.answerNames, known: answerNames, path: 'headers.answerNames' })
  }
  check(headers.basicCredentials, isBoolean, 'headers.basicCredentials', 'should be true or false.')
  const { request, answer } = headerNamesOf(headers)
  checkPair(request, 'headers')
  checkPair(answer, 'headers.answerNames')
}

const checkPair = (pair: TokenHeaderNames, path: string): void => {
  for (const [option, name] of Object.entries(pair)) {
    if (typeof name !== 'string' || !token.test(name)) {
      fail(
        `${path}.${option}`,
        "should be a header name such as 'AccessToken': letters, digits and hyphens.",
      )
    }
    if (!taken.has(name.toLowerCase())) continue
    fail(
      `${path}.${option}`,
      `${name} has a meaning of its own. Choose a name such as 'AccessToken'.`,
    )
  }
  if (pair.accessToken.toLowerCase() !== pair.refreshToken.toLowerCase()) return
  fail(
    `${path}.refreshToken`,
    'is the same header as that of the access token. Capitals make no difference.',
  )
}
