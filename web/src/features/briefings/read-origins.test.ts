import { expect, test } from 'vitest'
import { readOrigins } from './read-origins.ts'

test('a path and a closing slash are no part of an origin, and each is taken once', () => {
  expect(readOrigins('https://example.org/\n https://EXAMPLE.org/page \n\nhttps://a.example:8443')).toEqual({
    origins: ['https://example.org', 'https://a.example:8443'],
    wrong: null,
    isTooMany: false,
  })
})

test('what is no address, or not encrypted, is named', () => {
  expect(readOrigins('https://example.org\nhttp://example.org').wrong).toBe('http://example.org')
  expect(readOrigins('example.org').wrong).toBe('example.org')
  expect(readOrigins('').wrong).toBeNull()
})

test('more than ten are too many', () => {
  const text = Array.from({ length: 11 }, (_, at) => `https://site${at}.example`).join('\n')
  expect(readOrigins(text).isTooMany).toBe(true)
})
