import type { CoverageChange } from '@borne/geodata/coverage/coverage-types'
import { describe, expect, test } from 'vitest'
import { addChange, removeChange } from './change-list.ts'

const opens: CoverageChange = { kind: 'post-opens', postId: 'ghabou' }
const closes: CoverageChange = { kind: 'post-closes', postId: 'ghabou' }
const works: CoverageChange = { kind: 'works-done', contractId: 'lot-1', on: '2026-11-30' }

describe('the changes of a scenario', () => {
  test('stand in the order in which they were made', () => {
    expect(addChange([opens], works)).toEqual([opens, works])
  })

  test('keep one change of a post: who closes it does not open it', () => {
    expect(addChange([opens, works], closes)).toEqual([closes, works])
  })

  test('keep one day of the works of a contract', () => {
    const later: CoverageChange = { ...works, on: '2027-02-28' }
    expect(addChange([works], later)).toEqual([later])
  })

  test('lose the one that is taken out, and no other', () => {
    expect(removeChange([opens, works], opens)).toEqual([works])
    expect(removeChange([works], closes)).toEqual([works])
  })
})
