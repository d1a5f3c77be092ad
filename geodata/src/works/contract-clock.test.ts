import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contractClock } from './contract-clock.ts'
import { contractState, END_OF_TIME } from './contract-state.ts'
import { addDays, daysBetween } from './days.ts'
import type { ContractClock } from './results.ts'
import type { Day } from './types.ts'
import { CONTRACT, createHistory } from './works.fixture.ts'

/** The clock of the fixture's contract: 100 000.00 MRU, 180 days, 100.00 a day of delay, 10 000.00 at most. */
function clockOn(events: ReturnType<typeof createHistory>['events'], on: Day): ContractClock {
  const state = contractState(CONTRACT, events, { on, knownAt: END_OF_TIME.knownAt })
  return contractClock(CONTRACT, state, on)
}

describe('contract-clock', () => {
  test('before the start order nothing runs', () => {
    const { events, add } = createHistory()
    add('tender', '2025-11-01', {})
    add('signature', '2025-12-20', {})
    expect(clockOn(events, '2026-01-05')).toMatchObject({
      startedOn: null,
      plannedEnd: null,
      elapsedDays: 0,
      remainingDays: 180,
      delayDays: 0,
      penalty: { exposureMinor: 0, isCapped: false },
      phases: [
        { kind: 'procurement', from: '2025-11-01', to: '2025-12-20' },
        { kind: 'mobilisation', from: '2025-12-20', to: '2026-01-05' },
      ],
    })
  })

  test('without stops: 180 days from 12 January end on 11 July; 14 days later it is 14 days late', () => {
    const { events, add } = createHistory()
    add('start-order', '2026-01-12', {})
    // January 19 left, then 28 + 31 + 30 + 31 + 30 = 150 to 30 June: 169; 11 more = 11 July.
    expect(clockOn(events, '2026-07-11')).toMatchObject({
      plannedEnd: '2026-07-11',
      elapsedDays: 180,
      remainingDays: 0,
      delayDays: 0,
    })
    // 14 days × 0.1 % × 100 000.00 = 1 400.00.
    expect(clockOn(events, '2026-07-25')).toMatchObject({
      remainingDays: -14,
      delayDays: 14,
      penalty: { perDayMinor: 10_000, exposureMinor: 140_000, capMinor: 1_000_000, isCapped: false },
    })
  })

  test('a stop from 1 to 21 May moves the end by its 20 days', () => {
    const { events, add } = createHistory()
    add('start-order', '2026-01-12', {})
    add('stop-order', '2026-05-01', { cause: 'rain' })
    add('resume-order', '2026-05-21', {})
    const clock = clockOn(events, '2026-08-05')
    // 11 July + 20 = 31 July; 5 August is 5 days later: 500.00. Elapsed: 19 + 150 + 31 + 5 = 205.
    expect(clock).toMatchObject({
      signedEnd: '2026-07-11',
      plannedEnd: '2026-07-31',
      elapsedDays: 205,
      suspendedDays: 20,
      delayDays: 5,
      penalty: { exposureMinor: 50_000 },
      phases: [
        { kind: 'works', from: '2026-01-12', to: '2026-05-01' },
        { kind: 'suspended', from: '2026-05-01', to: '2026-05-21' },
        { kind: 'works', from: '2026-05-21', to: '2026-07-31' },
        { kind: 'delay', from: '2026-07-31', to: '2026-08-05' },
      ],
    })
  })

  test('while a stop lasts the remaining days stand still and the end moves on', () => {
    const { events, add } = createHistory()
    add('start-order', '2026-01-12', {})
    add('stop-order', '2026-05-01', { cause: 'flood' })
    // To 1 May: 19 + 28 + 31 + 30 + 1 = 109 days; 180 − 109 = 71 are left.
    for (const [on, plannedEnd] of [
      ['2026-05-01', '2026-07-11'],
      ['2026-05-11', '2026-07-21'],
      ['2026-09-01', '2026-11-11'],
    ] as const) {
      expect(clockOn(events, on)).toMatchObject({
        remainingDays: 71,
        plannedEnd,
        isSuspended: true,
        delayDays: 0,
      })
    }
  })

  test('an amendment counts from its day: 30 days more, and penalties on the new amount', () => {
    const { events, add } = createHistory()
    add('start-order', '2026-01-12', {})
    add('amendment', '2026-07-20', { number: 1, amountChangeMinor: 2_000_000, daysChange: 30, bill: null })
    // On 19 July 8 days late: 8 × 100.00. On the 20th the end is 11 July + 30 = 10 August.
    expect(clockOn(events, '2026-07-19')).toMatchObject({ delayDays: 8, penalty: { exposureMinor: 80_000 } })
    expect(clockOn(events, '2026-07-20')).toMatchObject({ plannedEnd: '2026-08-10', delayDays: 0 })
    // 15 August: 5 days × 0.1 % × 120 000.00 = 600.00; cap 12 000.00.
    expect(clockOn(events, '2026-08-15').penalty).toEqual({
      perDayMinor: 12_000,
      exposureMinor: 60_000,
      capMinor: 1_200_000,
      isCapped: false,
    })
  })

  test('penalties stop at the cap, after 100 days, and time at the provisional acceptance', () => {
    const { events, add } = createHistory()
    add('start-order', '2026-01-12', {})
    // 11 July + 99 = 18 October, + 100 = 19 October.
    expect(clockOn(events, '2026-10-18').penalty).toMatchObject({ exposureMinor: 990_000, isCapped: false })
    expect(clockOn(events, '2026-10-19').penalty).toMatchObject({ exposureMinor: 1_000_000, isCapped: true })
    expect(clockOn(events, '2026-12-31').penalty).toMatchObject({ exposureMinor: 1_000_000, isCapped: true })
    add('provisional-acceptance', '2026-08-10', {})
    expect(clockOn(events, '2026-12-31')).toMatchObject({
      stoppedOn: '2026-08-10',
      delayDays: 30,
      guaranteeEnd: '2027-08-10',
      penalty: { exposureMinor: 300_000 },
      phases: [
        { kind: 'works', from: '2026-01-12', to: '2026-07-11' },
        { kind: 'delay', from: '2026-07-11', to: '2026-08-10' },
        { kind: 'guarantee', from: '2026-08-10', to: '2027-08-10' },
      ],
    })
  })

  test('a stop after the end gives back its days: late before and after, not during', () => {
    const { events, add } = createHistory()
    add('start-order', '2026-01-12', {})
    add('stop-order', '2026-07-21', { cause: 'flood' })
    add('resume-order', '2026-08-20', {})
    // 10 days late on 21 July; 30 days stopped; on 25 August 15 days late.
    expect(clockOn(events, '2026-08-10').delayDays).toBe(10)
    expect(clockOn(events, '2026-08-25')).toMatchObject({
      delayDays: 15,
      phases: [
        { kind: 'works' },
        { kind: 'delay', from: '2026-07-11', to: '2026-07-21' },
        { kind: 'suspended' },
        { kind: 'delay', from: '2026-08-20', to: '2026-08-25' },
      ],
    })
  })

  test('a delay of centuries at the whole amount a day is the cap, and no number too large', () => {
    const { events, add } = createHistory()
    add('start-order', '2026-01-12', {})
    const contract = {
      ...CONTRACT,
      amountMinor: 9e12,
      terms: { ...CONTRACT.terms, penaltyPerDayPpm: 1_000_000 },
    }
    const on = '9000-01-01'
    const state = contractState(contract, events, { ...END_OF_TIME, on })
    expect(contractClock(contract, state, on).penalty).toMatchObject({ exposureMinor: 9e11, isCapped: true })
  })

  test('any stops: the stretches drawn join, and add up to the days of the clock', () => {
    const stops = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 0, max: 60 })), { maxLength: 5 })
    fc.assert(
      fc.property(stops, fc.nat(500), (gaps, after) => {
        const { events, add } = createHistory()
        let day = '2026-01-12'
        add('start-order', day, {})
        for (const [gap, length] of gaps) {
          day = addDays(day, gap)
          add('stop-order', day, { cause: 'rain' })
          day = addDays(day, length)
          add('resume-order', day, {})
        }
        const clock = clockOn(events, addDays('2026-01-12', after))
        const days = (kind: string) =>
          clock.phases.reduce(
            (sum, { kind: own, from, to }) => sum + (own === kind ? daysBetween(from, to) : 0),
            0,
          )
        expect(days('suspended')).toBe(clock.suspendedDays)
        expect(days('delay')).toBe(clock.delayDays)
        expect(days('works') + days('delay') + days('suspended')).toBe(clock.elapsedDays)
        expect(days('ahead')).toBe(Math.max(0, clock.remainingDays))
        clock.phases.slice(1).forEach(({ from }, index) => {
          expect(from).toBe(clock.phases[index]!.to)
        })
      }),
      { numRuns: 200, seed: 5 },
    )
  })
})
