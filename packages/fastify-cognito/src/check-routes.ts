import { check, checkNames, fail, isPrefix, type Names, under } from './option-checks.ts'
import type { CognitoRoutesOptions, RouteFeature } from './options.ts'

const routesNames: Names<CognitoRoutesOptions & { prefix: string }> = {
  features: true,
  prefix: true,
}
const featureNames: Readonly<Record<RouteFeature, true>> = {
  'sign-in': true,
  'sign-up': true,
  password: true,
  'password-policy': true,
  profile: true,
  mfa: true,
  passkeys: true,
  devices: true,
  sessions: true,
}

/** @throws ConfigurationError that names the option. */
export const checkRoutes = (
  routes: CognitoRoutesOptions & { prefix?: string },
  path = '',
): void => {
  checkNames({ given: routes, known: routesNames, path })
  check(
    routes.prefix,
    isPrefix,
    under(path, 'prefix'),
    "should start with a slash, such as '/auth'.",
  )
  const { features } = routes
  if (features === undefined) return
  check(features, Array.isArray, under(path, 'features'), 'should be a list of features.')
  for (const [index, feature] of features.entries()) {
    if (features.indexOf(feature) !== index) {
      fail(`${under(path, 'features')}[${index}]`, 'is there twice.')
    }
    if (Object.hasOwn(featureNames, feature)) continue
    fail(
      `${under(path, 'features')}[${index}]`,
      `${JSON.stringify(feature)} is no feature. Features are ${Object.keys(featureNames).join(', ')}.`,
    )
  }
}
