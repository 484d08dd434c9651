import { describe, expect, test } from 'vitest'
import { returnPath } from './return-path.ts'
import { returnTo } from './schemas/return-to.ts'
import { compile } from './validator.ts'

const isPath = compile(returnTo)

/** As the route does: the schema first. */
const takes = (path: string): boolean => {
  if (!isPath(path)) return false
  try {
    return returnPath(path) === path
  } catch {
    return false
  }
}

describe('takes a path of this site', () => {
  test.each([
    '/',
    '/orders',
    '/orders?page=2&sort=a',
    '/orders#top',
    '/orders/../stock',
    '/orders?next=//b.example',
    '/orders%2f7',
    '/orders?next=https://b.example',
    '/orders%20of/ada@example.com',
    '/a:b',
    '/größe',
    `/${'x'.repeat(1023)}`,
  ])('%s', (path) => {
    expect(takes(path)).toBe(true)
  })
})

describe('takes nothing that leads elsewhere', () => {
  test.each([
    '/%2f%2fb.example',
    '/%2Fb.example',
    '/%5cb.example',
    '/a/../%2fb.example',
    '',
    'orders',
    '?page=2',
    '//b.example',
    '///b.example',
    '/\\b.example',
    '\\/b.example',
    '\\\\b.example',
    '/orders\\..\\b',
    'https://b.example/',
    'https:b.example',
    'javascript:alert(1)',
    ' /orders',
    '/ /b.example',
    '/\t/b.example',
    '/\n/b.example',
    '/\r/b.example',
    '\t//b.example',
    '/\u0000/b.example',
    '/\u200b/b.example',
    '/\u00a0/b.example',
    '/..//b.example',
    '/.//b.example',
    '/orders/..//b.example',
    '/%2e%2e//b.example',
    '/%2E/../%2e//b.example',
    `/${'x'.repeat(1024)}`,
  ])('%j', (path) => {
    expect(takes(path)).toBe(false)
  })
})
