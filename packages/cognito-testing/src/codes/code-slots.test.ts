import { expect, it } from 'vitest'
import { createClock } from '../clock.ts'
import { type CodeSlot, createCodeSlots } from './code-slots.ts'

const slot: CodeSlot = { subject: 'ann', purpose: 'verify-attribute', attribute: 'email' }
const sent = { digits: 6, attribute: 'email', to: 'ann@example.com' } as const

it('matches the newest code until it is dropped', () => {
  const codes = createCodeSlots(createClock())
  codes.issue(slot, sent)
  const code = codes.issue(slot, sent)
  expect(code).toMatch(/^\d{6}$/)
  for (let time = 1; time <= 2; time += 1) {
    expect(codes.match(slot, code)).toMatchObject({ state: 'right', issued: { code, to: sent.to } })
  }
  codes.drop(slot)
  expect(codes.match(slot, code)).toEqual({ state: 'none' })
})

it.each<Partial<CodeSlot>>([{ subject: 'ben' }, { purpose: 'mfa' }, { attribute: 'phone_number' }])(
  'keeps other slots apart: %j',
  (other) => {
    const codes = createCodeSlots(createClock())
    const code = codes.issue(slot, sent)
    expect(codes.match({ ...slot, ...other }, code)).toEqual({ state: 'none' })
  },
)

it('has no right code where none was sent', () => {
  const codes = createCodeSlots(createClock())
  const code = codes.issue(slot, { digits: 8, attribute: 'email' })
  expect(code).toMatch(/^\d{8}$/)
  expect(codes.match(slot, code)).toEqual({ state: 'wrong' })
})

it('ends with the lifetime, if there is one', () => {
  const clock = createClock()
  const codes = createCodeSlots(clock)
  const code = codes.issue(slot, { ...sent, lifetime: 60 })
  const endless = { ...slot, purpose: 'mfa' } as const
  const endlessCode = codes.issue(endless, sent)
  clock.advance(60)
  expect(codes.match(slot, code)).toEqual({ state: 'none' })
  expect(codes.match(endless, endlessCode)).toMatchObject({ state: 'right' })
})
