import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CriticalPath, findCriticalPath } from './critical-path.ts'
import { activity } from './plan.fixture.ts'
import type { Activity } from './types.ts'

describe('critical-path, over random plans', () => {
  const type = fc.constantFrom('FS', 'SS', 'FF', 'SF')
  /** Each activity may follow those before it; then the rows are shuffled, since the order of a plan says nothing. */
  const plan = fc
    .array(
      fc.record({
        days: fc.nat(12),
        links: fc.array(
          fc.record({ back: fc.integer({ min: 1, max: 6 }), type, lag: fc.integer({ min: -4, max: 6 }) }),
          {
            maxLength: 3,
          },
        ),
        sortKey: fc.nat(),
      }),
      { minLength: 1, maxLength: 14 },
    )
    .map((rows) =>
      rows
        .map(({ days, links, sortKey }, row) => ({
          sortKey,
          made: activity(
            `${row}`,
            days,
            links
              .filter(({ back }) => back <= row)
              .map((link) => `${row - link.back} ${link.type}${link.lag < 0 ? '' : '+'}${link.lag}`),
          ),
        }))
        .sort((a, b) => a.sortKey - b.sortKey)
        .map(({ made }) => made),
    )

  function delayed(activities: readonly Activity[], code: string, earliest: number) {
    return findCriticalPath(activities, {
      unitsPerDay: 1,
      earliestOf: (one) => (one.code === code ? earliest : 0),
    })
  }

  test('nothing breaks a dependency, early or late', () => {
    fc.assert(
      fc.property(plan, (activities) => {
        const { times } = findCriticalPath(activities)
        const byCode = new Map(times.map((time) => [time.code, time]))
        for (const one of activities) {
          const self = byCode.get(one.code)!
          expect(self.earlyStart).toBeGreaterThanOrEqual(0)
          for (const { code, type: link, lagDays } of one.predecessors) {
            const before = byCode.get(code)!
            for (const when of ['early', 'late'] as const) {
              const leaves = link[0] === 'F' ? before[`${when}Finish`] : before[`${when}Start`]
              const arrives = link[1] === 'F' ? self[`${when}Finish`] : self[`${when}Start`]
              expect(arrives).toBeGreaterThanOrEqual(leaves + lagDays)
            }
          }
        }
      }),
    )
  })

  test('the total float is what an activity may slip before the end does, and the free float before anything does', () => {
    fc.assert(
      fc.property(plan, fc.nat(), (activities, pick) => {
        const path = findCriticalPath(activities)
        const { code, earlyStart, totalFloat, freeFloat } = path.times[pick % path.times.length]!
        expect(freeFloat).toBeGreaterThanOrEqual(0)
        expect(freeFloat).toBeLessThanOrEqual(totalFloat)
        expect(delayed(activities, code, earlyStart + totalFloat).length).toBe(path.length)
        expect(delayed(activities, code, earlyStart + totalFloat + 1).length).toBe(path.length + 1)
        const others = (of: CriticalPath) =>
          of.times.filter((time) => time.code !== code).map((time) => time.earlyStart)
        const slipped = delayed(activities, code, earlyStart + freeFloat)
        expect(others(slipped)).toEqual(others(path))
        const further = delayed(activities, code, earlyStart + freeFloat + 1)
        expect([further.length, ...others(further)]).not.toEqual([path.length, ...others(path)])
      }),
    )
  })

  test('a chain of critical activities runs through the whole length', () => {
    fc.assert(
      fc.property(plan, (activities) => {
        const { length, times } = findCriticalPath(activities)
        const critical = times.filter((time) => time.isCritical)
        expect(critical.some((time) => time.earlyStart === 0)).toBe(true)
        expect(critical.some((time) => time.earlyFinish === length)).toBe(true)
        const byCode = new Map(critical.map((time) => [time.code, time]))
        // Each critical activity starts with the project, or is held back by another critical one.
        for (const one of activities) {
          const self = byCode.get(one.code)
          if (self === undefined || self.earlyStart === 0) continue
          const holds = one.predecessors.some(({ code, type: link, lagDays }) => {
            const before = byCode.get(code)
            if (before === undefined) return false
            const leaves = link[0] === 'F' ? before.earlyFinish : before.earlyStart
            return (link[1] === 'F' ? self.earlyFinish : self.earlyStart) === leaves + lagDays
          })
          expect(holds).toBe(true)
        }
      }),
    )
  })
})
