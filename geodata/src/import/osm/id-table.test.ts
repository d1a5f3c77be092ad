import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findId, GrowingNumbers, IdCursor, sortUnique } from './id-table.ts'

const someIds = fc.array(fc.integer({ min: -50, max: 50 }).map((id) => id * 1e9))

test('each id is found at its place in the sorted table, and no other is', () => {
  fc.assert(
    fc.property(someIds, someIds, (ids, asked) => {
      const table = sortUnique(Float64Array.from(ids))
      expect([...table]).toEqual([...new Set(ids)].sort((a, b) => a - b))
      const cursor = new IdCursor(table)
      for (const id of [...asked, ...ids]) {
        expect(findId(table, id)).toBe(table.indexOf(id))
        expect(cursor.find(id)).toBe(table.indexOf(id))
      }
    }),
  )
})

test('more ids than there is room for at first', () => {
  const ids = new GrowingNumbers()
  for (let id = 0; id < 5000; id++) ids.push(id)
  expect(ids.values()).toHaveLength(5000)
  expect(ids.values()[4999]).toBe(4999)
})
