export const userPoolId = 'eu-west-1_AbCdEf123'
export const clientId = '1example23456789'
export const issuer = `https://cognito-idp.eu-west-1.amazonaws.com/${userPoolId}`
export const updatedIssuer = `https://issuer-cognito-idp.eu-west-1.amazonaws.com/${userPoolId}`

type Claims = Readonly<Record<string, unknown>>

const nowSeconds = (): number => Math.floor(Date.now() / 1000)

const everyToken = (): Claims => ({
  sub: '8d1b7e0c-4a52-4e0e-9d56-3f1f0a7c9b11',
  iss: issuer,
  event_id: '0f6d3a4e-5a52-4a5e-8d63-1f0a7c9b1122',
  auth_time: nowSeconds() - 60,
  iat: nowSeconds() - 60,
  exp: nowSeconds() + 3600,
  jti: '5b1f0a7c-9b11-4e0e-9d56-8d1b7e0c4a52',
  origin_jti: '4e0e9d56-8d1b-4a52-9b11-5b1f0a7c3f1f',
  'cognito:groups': ['staff', 'readers'],
})

/** What Cognito writes into an access token; a claim set to undefined is left out. */
export const accessClaims = (changes: Claims = {}): Claims => ({
  ...everyToken(),
  client_id: clientId,
  token_use: 'access',
  scope: 'aws.cognito.signin.user.admin orders/read',
  username: 'alice-in-chains',
  ...changes,
})

/** What Cognito writes into an ID token; a claim set to undefined is left out. */
export const idClaims = (changes: Claims = {}): Claims => ({
  ...everyToken(),
  aud: clientId,
  token_use: 'id',
  'cognito:username': 'alice-in-chains',
  email: 'alice@example.com',
  email_verified: true,
  ...changes,
})
