import { describe, expect, it } from 'vitest'
import { configurationErrorOf } from '../test/configuration-error-of.ts'
import { type CognitoOptions, checkOptions } from './options.ts'

const good: CognitoOptions = { userPoolId: 'eu-west-1_AbCdEf123', clientId: '1example23456789' }
const key = { kid: 'a', kty: 'RSA', n: 'x', e: 'AQAB' }

describe('checkOptions', () => {
  it.each([
    {},
    { clientSecret: 's'.repeat(52) },
    { clientSecret: ['n'.repeat(52), 'o'.repeat(24)] },
    { jwks: { keys: [key] } },
    { endpoint: 'http://127.0.0.1:9229' },
    { endpoint: 'https://cognito.example.com/' },
    { jwks: { keys: [{ kid: 'e', kty: 'EC' }, key] } },
    { customAttributes: {} },
    { customAttributes: { team: 'string', level: 'number', beta: 'boolean', 'born-on': 'date' } },
    { groups: [] },
    { srp: {} },
    { srp: { worker: true } },
    { srp: { worker: false } },
    { onWarning: () => {} },
    { groups: ['staff', 'Führung:1'] },
    { userPoolId: 'us-gov-west-1_AbCdEf123' },
    { userPoolId: 'eusc-de-east-1_AbCdEf123' },
  ])('accepts %j', (more) => {
    expect(checkOptions({ ...good, ...more } as CognitoOptions)).toMatchObject(more)
  })

  it.each([
    ['userPoolId', { userPoolId: '' }],
    ['userPoolId', { userPoolId: undefined }],
    ['userPoolId', { userPoolId: 'AbCdEf123' }],
    ['userPoolId', { userPoolId: 'eu-west-1_Ab/../x' }],
    ['clientId', { clientId: undefined }],
    ['clientId', { clientId: 'with space' }],
    ['clientSecret', { clientSecret: '' }],
    ['clientSecret', { clientSecret: 'short' }],
    ['clientSecret', { clientSecret: [] }],
    ['clientSecret', { clientSecret: ['n'.repeat(30)] }],
    ['clientSecret', { clientSecret: ['n', 'o', 'p'].map((letter) => letter.repeat(30)) }],
    ['clientSecret', { clientSecret: { newest: 'n'.repeat(30) } }],
    ['clientSecret[0]', { clientSecret: ['', 'o'.repeat(30)] }],
    ['clientSecret[1]', { clientSecret: ['n'.repeat(30), undefined] }],
    ['clientSecret[1]', { clientSecret: ['n'.repeat(30), 'short'] }],
    ['clientSecret[1]', { clientSecret: ['n'.repeat(30), 'n'.repeat(30)] }],
    ['jwks', { jwks: {} }],
    ['jwks', { jwks: { keys: [] } }],
    ['jwks', { jwks: { keys: [{ kty: 'RSA' }] } }],
    ['client', { client: {} }],
    ['endpoint', { endpoint: '127.0.0.1:9229' }],
    ['endpoint', { endpoint: 'file:///etc/passwd' }],
    ['endpoint', { endpoint: new URL('http://127.0.0.1:9229') }],
    ['endpoint', { endpoint: 'http://ada:hunter2@127.0.0.1:9229' }],
    ['endpoint', { endpoint: 'http://127.0.0.1:9229/?a=b' }],
    ['endpoint', { endpoint: 'http://127.0.0.1:9229', client: { send: () => undefined } }],
    ['clientSecret', { clientSecret: 5 }],
    ['userPoolId', { userPoolId: 'cn-north-1_AbCdEf123' }],
    ['customAttributes', { customAttributes: ['team'] }],
    ['customAttributes', { customAttributes: 'team' }],
    ['customAttributes', { customAttributes: null }],
    ['customAttributes.level', { customAttributes: { level: 'integer' } }],
    ['customAttributes.level', { customAttributes: { level: 'toString' } }],
    ['customAttributes.level', { customAttributes: { team: 'string', level: Number } }],
    ['customAttributes.custom:level', { customAttributes: { 'custom:level': 'number' } }],
    ['customAttributes.the level', { customAttributes: { 'the level': 'number' } }],
    ['customAttributes.', { customAttributes: { '': 'number' } }],
    [
      'customAttributes.abcdefghijklmnopqrstu',
      { customAttributes: { abcdefghijklmnopqrstu: 'date' } },
    ],
    ['groups', { groups: 'staff' }],
    ['srp', { srp: true }],
    ['srp', { srp: null }],
    ['srp.worker', { srp: { worker: 'yes' } }],
    ['srp.threads', { srp: { worker: true, threads: 2 } }],
    ['onWarning', { onWarning: 'console' }],
    ['onWarning', { onWarning: null }],
    ['groups', { groups: { 0: 'staff' } }],
    ['groups[1]', { groups: ['staff', ''] }],
    ['groups[0]', { groups: ['the staff'] }],
    ['groups[0]', { groups: [5] }],
    ['userpoolid', { userpoolid: 'eu-west-1_AbCdEf123' }],
  ])('names %s as the option at fault in %j', (option, wrong) => {
    const error = configurationErrorOf(() => checkOptions({ ...good, ...wrong } as CognitoOptions))
    expect(error.option).toBe(option)
    expect(error.message).toContain(option)
  })

  it('refuses no options at all', () => {
    expect(
      configurationErrorOf(() => checkOptions(undefined as unknown as CognitoOptions)).option,
    ).toBe('options')
  })

  it.each([
    { clientSecret: 'wrong!hunter2!of!some!length!!' },
    { clientSecret: ['n'.repeat(30), 'wrong!hunter2!of!some!length!!'] },
    { clientSecret: ['right_hunter2_of_some_length', 'right_hunter2_of_some_length'] },
    { endpoint: 'http://ada:hunter2@127.0.0.1:9229' },
  ])('never shows a secret, not even a wrong one', (wrong) => {
    const error = configurationErrorOf(() => checkOptions({ ...good, ...wrong } as CognitoOptions))
    expect(error.message).not.toContain('hunter2')
  })
})
