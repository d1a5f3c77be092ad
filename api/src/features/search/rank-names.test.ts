import { describe, expect, test } from 'vitest'
import { editDistance, RANKS, rankName, toleranceOf } from './rank-names.ts'

describe('rankName', () => {
  test.each([
    ['ghabou', 'ghabou', RANKS.exact],
    ['ghabou', 'gha', RANKS.prefix],
    ['commune de ghabou', 'gha', RANKS.wordPrefix],
    ['ghabou', 'abou', RANKS.substring],
    ['ghabou', 'gabou', RANKS.misspelt + 0.1],
    ['selibaby', 'selibabi', RANKS.misspelt + 0.1],
    ['diogountourou', 'diogontouru', RANKS.misspelt + 0.2],
  ])('%s for «%s»', (key, typed, rank) => {
    expect(rankName(key, typed)).toBe(rank)
  })

  test.each([
    ['ghabou', ''],
    ['ghabou', 'gob'],
    ['gouraye', 'boully'],
    ['ghabou', 'gbuo'],
  ])('%s is no answer to «%s»', (key, typed) => {
    expect(rankName(key, typed)).toBeUndefined()
  })

  test('tolerates nothing in short words', () => {
    expect([toleranceOf('ga'), toleranceOf('gabo'), toleranceOf('gouraye')]).toEqual([0, 1, 2])
  })
})

describe('editDistance', () => {
  test.each([
    ['', 'abc', 3],
    ['abc', 'abc', 0],
    ['khabou', 'ghabou', 1],
    ['hamoud', 'hammod', 2],
    ['boully', 'boulyl', 1],
    ['kitten', 'sitting', 3],
  ])('%s → %s', (a, b, letters) => {
    expect(editDistance(a, b, 5)).toBe(letters)
    expect(editDistance(b, a, 5)).toBe(letters)
  })

  test('stops counting above the limit', () => {
    expect(editDistance('gouraye', 'sélibaby', 2)).toBeGreaterThan(2)
  })
})
