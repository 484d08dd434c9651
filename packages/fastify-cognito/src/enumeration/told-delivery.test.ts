import { describe, expect, test } from 'vitest'
import { deliveryToName, deliveryToSignUp } from './told-delivery.ts'

describe('to a name alone', () => {
  test.each([
    ['ada@example.com', undefined, 'email', 'a***@e***'],
    ['+15551239934', undefined, 'sms', '+*******9934'],
    ['ada', undefined, 'email', '***'],
    ['ada', 'sms', 'sms', '***'],
    ['ada@example.com', 'email', 'email', 'a***@e***'],
    ['ada@example.com', 'sms', 'sms', '***'],
    ['+15551239934', 'email', 'email', '***'],
    ['+15551239934', 'sms', 'sms', '+*******9934'],
  ] as const)('%s, where the pool delivers by %s', (name, option, medium, destination) => {
    expect(deliveryToName(name, option)).toEqual({ medium, destination })
  })
})

describe('with a sign-up', () => {
  const email = 'ada@example.com'
  const phone_number = '+15551239934'
  const byEmail = { medium: 'email', destination: 'a***@e***' }
  const bySms = { medium: 'sms', destination: '+*******9934' }

  test.each([
    [{ username: 'ada', attributes: { email } }, undefined, byEmail],
    [{ username: 'ada', attributes: { phone_number } }, undefined, bySms],
    [{ username: 'ada', attributes: { email, phone_number } }, undefined, byEmail],
    [{ username: 'ada', attributes: { email, phone_number } }, 'sms', bySms],
    [{ username: 'ada', attributes: { email } }, 'sms', byEmail],
    [{ username: 'ada', attributes: { phone_number } }, 'email', bySms],
    [{ username: email, attributes: {} }, undefined, byEmail],
    [{ username: phone_number, attributes: {} }, undefined, bySms],
    [{ username: 'bob@bob.example', attributes: { email } }, undefined, byEmail],
    [{ username: email, attributes: { email: 7 } }, undefined, byEmail],
    [{ username: 'ada', attributes: {} }, undefined, undefined],
    [{ username: 'ada' }, undefined, undefined],
  ] as const)('goes to what was given: %j %s', (input, preferred, delivery) => {
    expect(deliveryToSignUp(input, preferred)).toEqual(delivery)
  })
})
