import { describe, expect, test } from 'vitest'
import { createSeal } from './seal.ts'

const secret = 'a secret of at least thirty-two bytes'
const older = 'an older secret of thirty-two bytes too'
const audience = 'eu-west-1_Pool client'
const session = createSeal({ secrets: [secret], purpose: 'session', audience })
const context = 'cognito'
const text = JSON.stringify({ accessToken: 'ünïcode' })

describe('a sealed text', () => {
  test('opens again', () => {
    const untrustedSealed = session.seal({ text, context })
    expect(session.open({ untrustedSealed, context })).toBe(text)
  })

  test('is never the same twice, and does not show what is in it', () => {
    const sealed = session.seal({ text, context })
    expect(session.seal({ text, context })).not.toBe(sealed)
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('accessToken')
    expect(sealed).toMatch(/^[\w-]+$/)
  })

  test('does not open once any of its letters is another one', () => {
    const sealed = session.seal({ text, context })
    for (let at = 0; at < sealed.length; at++) {
      for (const letter of ['A', 'B', '_', '=', ' ', 'é']) {
        if (sealed[at] === letter) continue
        const untrustedSealed = sealed.slice(0, at) + letter + sealed.slice(at + 1)
        expect(session.open({ untrustedSealed, context })).toBeUndefined()
      }
    }
  })

  test('has one spelling only, whatever its length', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    for (const length of [6, 7, 8]) {
      const sealed = session.seal({ text: 'x'.repeat(length), context })
      const spellings = [...letters].map((letter) => sealed.slice(0, -1) + letter)
      spellings.push(`${sealed}=`, `${sealed} `, `${sealed}.`, ` ${sealed}`, `${sealed}==`)
      const opened = spellings.filter(
        (untrustedSealed) => session.open({ untrustedSealed, context }) !== undefined,
      )
      expect(opened).toEqual([sealed])
    }
  })

  test('does not open for another purpose, pool or place, nor with another secret', () => {
    const untrustedSealed = session.seal({ text, context })
    const challenge = createSeal({ secrets: [secret], purpose: 'challenge', audience })
    const stranger = createSeal({ secrets: [older], purpose: 'session', audience })
    expect(challenge.open({ untrustedSealed, context })).toBeUndefined()
    const neighbour = createSeal({ secrets: [secret], purpose: 'session', audience: 'another' })
    expect(neighbour.open({ untrustedSealed, context })).toBeUndefined()
    expect(stranger.open({ untrustedSealed, context })).toBeUndefined()
    expect(session.open({ untrustedSealed, context: '__Host-cognito' })).toBeUndefined()
  })

  test('opens with every secret, and is sealed with the first', () => {
    const before = createSeal({ secrets: [older], purpose: 'session', audience })
    const rotated = createSeal({ secrets: [secret, older], purpose: 'session', audience })
    const old = before.seal({ text, context })
    const fresh = rotated.seal({ text, context })
    expect(rotated.open({ untrustedSealed: old, context })).toBe(text)
    expect(session.open({ untrustedSealed: fresh, context })).toBe(text)
    expect(before.open({ untrustedSealed: fresh, context })).toBeUndefined()
  })
})

test.each(['', 'A', '.', 'null', 'AQ', '%00', 'AQ=='.repeat(40), 'x'.repeat(100_000)])(
  'opens no garbage: %.20s',
  (untrustedSealed) => {
    expect(session.open({ untrustedSealed, context })).toBeUndefined()
  },
)

test('what a version before sealed still opens, and what a later one seals opens nowhere here', () => {
  // Sealed by the version that did not pack tokens, for this secret, purpose, audience and context.
  const before = 'AX20ogiMUFfn8N6q2w34txrX7Arf1kl1fB0aFZK-59H-ulNWIZteryLLUBg62V9p4spxp7QHg9k'
  expect(session.open({ untrustedSealed: before, context })).toBe(text)
  const later = Buffer.from(session.seal({ text, context }), 'base64url')
  later[0] = 3
  expect(session.open({ untrustedSealed: later.toString('base64url'), context })).toBeUndefined()
})

test('a name is the same each time, and another one with another secret or purpose', () => {
  const { nameFor } = session
  expect(nameFor('sub')).toMatch(/^[\w-]{12}$/)
  expect(nameFor('sub')).toBe(nameFor('sub'))
  const names = [
    nameFor('sub'),
    nameFor('other'),
    createSeal({ secrets: [older], purpose: 'session', audience }).nameFor('sub'),
    createSeal({ secrets: [secret], purpose: 'device', audience }).nameFor('sub'),
  ]
  expect(new Set(names).size).toBe(4)
})
