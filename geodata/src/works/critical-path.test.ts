import { describe, expect, test } from 'vitest'
import { type CriticalPath, findCriticalPath, PlanError } from './critical-path.ts'
import { activity, arrows } from './plan.fixture.ts'

/** Early start, early finish, late start, late finish of each activity. */
function timesOf({ times }: CriticalPath) {
  return times.map((time) => [time.earlyStart, time.earlyFinish, time.lateStart, time.lateFinish])
}
function criticalOf({ times }: CriticalPath) {
  return times.filter((time) => time.isCritical).map((time) => time.code)
}

describe('critical-path equals published examples', () => {
  /*
   * Vanhoucke, M. (2009), Measuring Time: Improving Project Performance Using Earned Value Management, Springer, p. 18,
   * «Fictitious project example». Times and floats as in the tests of the R package criticalpath 0.2.1 (Rosa, dos Santos
   * & Marques 2022, CRAN), which works the example out.
   */
  test('Vanhoucke 2009: 12 activities, 16 weeks', () => {
    const path = findCriticalPath([
      activity('1', 0),
      activity('2', 4, ['1']),
      activity('3', 9, ['1']),
      activity('4', 1, ['1']),
      activity('5', 4, ['2']),
      activity('6', 5, ['4']),
      activity('7', 1, ['6']),
      activity('8', 7, ['7']),
      activity('9', 8, ['5']),
      activity('10', 3, ['3']),
      activity('11', 3, ['7']),
      activity('12', 0, ['8', '9', '10', '11']),
    ])
    expect(path.length).toBe(16)
    expect(timesOf(path)).toEqual([
      [0, 0, 0, 0],
      [0, 4, 0, 4],
      [0, 9, 4, 13],
      [0, 1, 2, 3],
      [4, 8, 4, 8],
      [1, 6, 3, 8],
      [6, 7, 8, 9],
      [7, 14, 9, 16],
      [8, 16, 8, 16],
      [9, 12, 13, 16],
      [7, 10, 13, 16],
      [16, 16, 16, 16],
    ])
    expect(path.times.map((time) => time.totalFloat)).toEqual([0, 0, 4, 2, 0, 2, 2, 2, 0, 4, 6, 0])
    expect(path.times.map((time) => time.freeFloat)).toEqual([0, 0, 0, 0, 0, 0, 0, 2, 0, 4, 6, 0])
    expect(criticalOf(path)).toEqual(['1', '2', '5', '9', '12'])
  })

  /*
   * Vanhoucke, M. (2014), Integrated Project Management and Control, Springer, p. 9, «Project 2: Patient transport
   * system»; times as in the tests of criticalpath 0.2.1.
   */
  test('Vanhoucke 2014: 17 activities, 25 days', () => {
    const durations = [1, 1, 3, 2, 2, 2, 2, 1, 4, 5, 3, 3, 4, 5, 1, 5, 2]
    const before: Record<number, number[]> = {
      ...{
        2: [1],
        3: [2],
        4: [3],
        5: [4],
        6: [3],
        7: [6],
        8: [5, 7],
        9: [8],
        10: [8],
        11: [8],
        12: [8],
        13: [8],
      },
      ...{ 14: [9, 10, 11, 12, 13], 15: [13], 16: [14, 15], 17: [14, 15] },
    }
    const path = findCriticalPath(
      durations.map((days, index) => activity(`${index + 1}`, days, (before[index + 1] ?? []).map(String))),
    )
    expect(path.length).toBe(25)
    expect(criticalOf(path).map(Number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 10, 14, 16])
    expect(timesOf(path).slice(8)).toEqual([
      [10, 14, 11, 15],
      [10, 15, 10, 15],
      [10, 13, 12, 15],
      [10, 13, 12, 15],
      [10, 14, 11, 15],
      [15, 20, 15, 20],
      [14, 15, 19, 20],
      [20, 25, 20, 25],
      [20, 22, 23, 25],
    ])
  })

  /* Taylor, B. W., Introduction to Management Science, Prentice Hall, solutions to chapter 8 «Project management», p. 114. */
  test('Taylor, chapter 8, p. 114: arrow diagram of 7 activities, 20 weeks', () => {
    const path = findCriticalPath(
      arrows({ '1–2': 7, '1–3': 10, '2–4': 6, '3–4': 5, '3–5': 4, '4–5': 3, '5–6': 2 }),
    )
    expect(timesOf(path)).toEqual([
      [0, 7, 2, 9],
      [0, 10, 0, 10],
      [7, 13, 9, 15],
      [10, 15, 10, 15],
      [10, 14, 14, 18],
      [15, 18, 15, 18],
      [18, 20, 18, 20],
    ])
    expect(path.times.map((time) => time.totalFloat)).toEqual([2, 0, 2, 0, 4, 0, 0])
    expect(criticalOf(path)).toEqual(['1–3', '3–4', '4–5', '5–6'])
  })

  /* The same, p. 115: with a dummy activity of no duration. */
  test('Taylor, chapter 8, p. 115: arrow diagram of 13 activities, 38 weeks', () => {
    const path = findCriticalPath(
      arrows({
        ...{ '1–2': 8, '1–3': 10, '1–4': 9, '2–5': 6, '2–6': 4, '3–5': 5, '4–5': 0, '4–7': 7 },
        ...{ '5–7': 12, '5–8': 15, '6–9': 18, '7–8': 4, '8–9': 7 },
      }),
    )
    expect(path.length).toBe(38)
    expect(timesOf(path)).toEqual([
      [0, 8, 1, 9],
      [0, 10, 0, 10],
      [0, 9, 6, 15],
      [8, 14, 9, 15],
      [8, 12, 16, 20],
      [10, 15, 10, 15],
      [9, 9, 15, 15],
      [9, 16, 20, 27],
      [15, 27, 15, 27],
      [15, 30, 16, 31],
      [12, 30, 20, 38],
      [27, 31, 27, 31],
      [31, 38, 31, 38],
    ])
    expect(path.times.map((time) => time.totalFloat)).toEqual([1, 0, 6, 1, 8, 0, 6, 11, 0, 1, 8, 0, 0])
  })

  /*
   * The four dependencies with lags: Begin (1) → A → B → End (1), A and B bound by each of them. Times of A and B and the
   * length as in the tests of criticalpath 0.2.1. Its cases that begin before day 0 are left out: nothing of ours does.
   */
  test.each([
    ['FS', 3, 3, [1, 4, 1, 4], [4, 7, 4, 7], 8],
    ['FS+2', 3, 5, [1, 4, 1, 4], [6, 11, 6, 11], 12],
    ['FS-2', 5, 3, [1, 6, 1, 6], [4, 7, 4, 7], 8],
    ['FF', 5, 3, [1, 6, 1, 6], [3, 6, 3, 6], 7],
    ['FF+2', 3, 5, [1, 4, 1, 4], [1, 6, 1, 6], 7],
    ['FF-2', 5, 3, [1, 6, 1, 6], [1, 4, 2, 5], 6],
    ['SS', 3, 5, [1, 4, 1, 4], [1, 6, 1, 6], 7],
    ['SS+2', 3, 3, [1, 4, 1, 4], [3, 6, 3, 6], 7],
    ['SS', 5, 3, [1, 6, 1, 6], [1, 4, 2, 5], 6],
    ['SF+2', 3, 3, [1, 4, 1, 4], [0, 3, 0, 3], 4],
  ] as const)('%s between %i and %i days', (type, a, b, timesOfA, timesOfB, length) => {
    const path = findCriticalPath([
      activity('Begin', 1),
      activity('A', a, ['Begin']),
      activity('B', b, [`A ${type}`]),
      activity('End', 1, ['B']),
    ])
    expect(path.length).toBe(length)
    expect(timesOf(path).slice(1, 3)).toEqual([timesOfA, timesOfB])
  })
})

describe('critical-path refuses, and says where', () => {
  test('a cycle of dependencies is given as its codes, in their order', () => {
    const plan = [
      activity('start', 1),
      activity('roof', 3, ['walls', 'start']),
      activity('walls', 5, ['slab SS+2']),
      activity('slab', 4, ['roof FF']),
    ]
    const error = catchError(() => findCriticalPath(plan))
    expect(error.faults).toEqual([{ kind: 'cycle', row: 1, code: 'roof', codes: ['roof', 'slab', 'walls'] }])
    expect(error.message).toContain('row 2 (roof): roof → slab → walls → roof is a cycle')
  })

  test('an activity that precedes itself is a cycle of one', () => {
    const error = catchError(() => findCriticalPath([activity('a', 1, ['a'])]))
    expect(error.faults).toEqual([{ kind: 'cycle', row: 0, code: 'a', codes: ['a'] }])
  })

  test('all other faults are told at once, row by row', () => {
    const error = catchError(() =>
      findCriticalPath([
        activity('a', -1),
        activity('b', 1.5, ['ghost']),
        activity('a', 1, ['b'], { notBefore: '2026-02-30' }),
      ]),
    )
    expect(error).toBeInstanceOf(RangeError)
    expect(error.faults).toEqual([
      { kind: 'duration', row: 0, code: 'a', durationDays: -1 },
      { kind: 'duration', row: 1, code: 'b', durationDays: 1.5 },
      { kind: 'unknown-predecessor', row: 1, code: 'b', predecessor: 'ghost' },
      { kind: 'duplicate-code', row: 2, code: 'a', firstRow: 0 },
      { kind: 'not-before', row: 2, code: 'a', notBefore: '2026-02-30' },
    ])
  })

  test('a chain of ten thousand is neither a cycle nor too deep', () => {
    const chain = Array.from({ length: 10_000 }, (_, index) =>
      activity(`${index}`, 1, index === 9_999 ? [] : [`${index + 1}`]),
    )
    expect(findCriticalPath(chain).length).toBe(10_000)
    const closed = [...chain.slice(0, -1), activity('9999', 1, ['0'])]
    const [fault] = catchError(() => findCriticalPath(closed)).faults
    expect(fault?.kind === 'cycle' && fault.codes.length).toBe(10_000)
  })

  test('no activities: no length', () => {
    expect(findCriticalPath([])).toEqual({ length: 0, times: [] })
  })
})

function catchError(run: () => unknown): PlanError {
  try {
    run()
  } catch (error) {
    if (error instanceof PlanError) return error
    throw error
  }
  throw new Error('nothing was refused')
}
