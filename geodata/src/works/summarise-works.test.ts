import { expect, test } from 'vitest'
import { EVERY_DAY } from './calendar.fixture.ts'
import { contractClock } from './contract-clock.ts'
import { contractState, END_OF_TIME } from './contract-state.ts'
import { plannedPercentOn, summariseWorks } from './summarise-works.ts'
import { BILL, CONTRACT, createHistory } from './works.fixture.ts'

/** A for 60 days, then B for 40, from 12 January on. */
function planned() {
  const history = createHistory()
  const { add } = history
  add('bill', '2026-01-01', BILL)
  add('start-order', '2026-01-12', {})
  const activity = { notBefore: null, predecessors: [] }
  add('plan', '2026-01-12', {
    role: 'baseline',
    name: 'Référence',
    calendarId: 'every-day',
    activities: [
      { code: 'a', label: 'a', packageCode: 'A', durationDays: 60, ...activity },
      {
        ...{ code: 'b', label: 'b', packageCode: 'B', durationDays: 40, notBefore: null },
        predecessors: [{ code: 'a', type: 'FS', lagDays: 0 }],
      },
    ],
  })
  for (const [day, percent] of [
    ['2026-02-10', 25],
    ['2026-03-20', 100],
  ] as const) {
    const measures = [{ packageCode: 'A', percent }]
    const about = add('progress-report', day, { measures, fallReason: null })
    add('report-validated', day, {}, { about, by: 'focal-point' })
  }
  add('progress-report', '2026-04-02', { measures: [{ packageCode: 'B', percent: 10 }], fallReason: null })
  return history
}

test('a summary keeps what lists tell, and a monthly curve', () => {
  const { events } = planned()
  const summary = summariseWorks(CONTRACT, events, [EVERY_DAY])
  expect(summary).toMatchObject({
    stage: 'started',
    lastEventOn: '2026-04-02',
    physicalPercent: 40,
    proposedPercent: 46,
    lastReportOn: '2026-04-02',
    waitingReports: [{ on: '2026-04-02', recordedBy: 'contractor' }],
  })
  // To 31 January 20 of the 60 days of A (40 %): a third of 40. To 28 February 48 of 60. A ends on 12 March, and 19 of the 40
  // days of B (60 %) are over on the 31st.
  expect(summary.curve).toEqual([
    { on: '2025-12-31', planned: 0, earned: 0, paid: 0 },
    { on: '2026-01-31', planned: 13.3333, earned: 0, paid: 0 },
    { on: '2026-02-28', planned: 32, earned: 10, paid: 0 },
    { on: '2026-03-31', planned: 68.5, earned: 40, paid: 0 },
    { on: '2026-04-30', planned: 100, earned: 40, paid: 0 },
  ])
  expect(plannedPercentOn(summary.curve, '2026-03-31')).toBe(68.5)
  // 14 of the 28 days of February.
  expect(plannedPercentOn(summary.curve, '2026-02-14')).toBeCloseTo((13.3333 + 32) / 2, 3)
  expect(plannedPercentOn(summary.curve, '2025-06-01')).toBe(0)
  expect(plannedPercentOn(summary.curve, '2027-06-01')).toBe(100)
  expect(plannedPercentOn([], '2027-06-01')).toBeNull()
})

test('the clock of a summary is that of the state, on every day from the last event on', () => {
  const { events, add } = planned()
  add('stop-order', '2026-04-10', { cause: 'rain' })
  add('resume-order', '2026-04-20', {})
  add('amendment', '2026-04-25', { number: 1, amountChangeMinor: 500_000, daysChange: 15, bill: null })
  add('stop-order', '2026-05-02', { cause: 'flood' })
  const summary = JSON.parse(JSON.stringify(summariseWorks(CONTRACT, events, [EVERY_DAY])))
  for (const on of ['2026-05-02', '2026-08-15', '2027-03-01']) {
    const state = contractState(CONTRACT, events, { ...END_OF_TIME, on })
    expect(contractClock(CONTRACT, summary, on)).toEqual(contractClock(CONTRACT, state, on))
  }
})

test('a long contract keeps at most 36 points, the last one among them; one that has not begun keeps none', () => {
  const { events, add } = createHistory()
  add('bill', '2020-01-01', BILL)
  expect(summariseWorks(CONTRACT, events, []).curve).toEqual([])
  add('start-order', '2020-01-12', {})
  add('lost-day', '2026-05-02', { cause: 'rain', rainMillimetres: 44 })
  const { curve } = summariseWorks(CONTRACT, events, [])
  expect(curve.length).toBeLessThanOrEqual(36)
  expect(curve.at(-1)).toEqual({ on: '2026-05-31', planned: null, earned: 0, paid: 0 })
})

test('a summary of a day has what had happened by then, and was known by then', () => {
  const { events } = planned()
  const summarise = (on: string, knownAt: string) =>
    summariseWorks(CONTRACT, events, [EVERY_DAY], { on, knownAt })
  const { lastEventOn, physicalPercent, curve } = summarise('2026-02-28', '2026-02-28T23:59:59.999Z')
  expect({ lastEventOn, physicalPercent }).toEqual({ lastEventOn: '2026-02-10', physicalPercent: 10 })
  expect(curve.map(({ on, earned }) => [on, earned])).toEqual([
    ['2025-12-31', 0],
    ['2026-01-31', 0],
    ['2026-02-28', 10],
    ['2026-03-31', null],
    ['2026-04-30', null],
  ])
  expect(summarise('2026-12-31', '2026-02-09T00:00:00.000Z').physicalPercent).toBe(0)
  const whole = summarise('2026-12-31', END_OF_TIME.knownAt)
  expect(whole).toEqual(summariseWorks(CONTRACT, events, [EVERY_DAY]))
})
