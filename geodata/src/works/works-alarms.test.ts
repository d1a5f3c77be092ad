import { expect, test } from 'vitest'
import { WORKS_ALARMS, type WorksAlarm, type WorksAlarmCode, type WorksSummary } from './results.ts'
import { summariseWorks } from './summarise-works.ts'
import type { Day } from './types.ts'
import { BILL, CONTRACT, createHistory } from './works.fixture.ts'
import { DEFAULT_THRESHOLDS, worksAlarms } from './works-alarms.ts'

/** Begun on 12 January for 180 days, to 11 July; half of B was built and validated on 1 July: 30 %. */
function built() {
  const history = createHistory()
  history.add('bill', '2026-01-01', BILL)
  history.add('start-order', '2026-01-12', {})
  const measures = [{ packageCode: 'B', percent: 50 }]
  const about = history.add('progress-report', '2026-07-01', { measures, fallReason: null })
  history.add('report-validated', '2026-07-01', {}, { about, by: 'focal-point' })
  return history
}
type History = ReturnType<typeof built>

function alarmsOn({ events }: History, on: Day): WorksAlarm[] {
  return worksAlarms(CONTRACT, summariseWorks(CONTRACT, events, []), { on })
}
function certifyAndPay(
  { add }: History,
  { quantityMilli, amountMinor }: { quantityMilli: number; amountMinor: number },
) {
  const quantities = [{ itemCode: 'B1', quantityMilli }]
  const fields = { number: 1, role: 'interim', penaltiesMinor: 0 } as const
  const about = add('certificate', '2026-07-02', { ...fields, quantities })
  add('payment', '2026-07-02', { amountMinor }, { about })
}
const guarantee = { type: 'performance', reference: 'G1', issuer: 'Banque', amountMinor: 1 } as const
const reserve = { nature: 'reserve', label: 'x', owner: 'x', pin: null } as const

const CASES: readonly [
  code: WorksAlarmCode,
  expected: Partial<WorksAlarm>,
  on: Day,
  given: (history: History) => unknown,
  /** A day on which it is not told yet. */
  before: Day | null,
][] = [
  // 40 600.00 of 116 000.00 is 35 %; 30 % is built.
  [
    'paid-ahead-of-works',
    { severity: 'critical', values: { physicalPercent: 30, paidPercent: 35, points: 5, threshold: 5 } },
    '2026-07-03',
    (history) => certifyAndPay(history, { quantityMilli: 300_000, amountMinor: 4_060_000 }),
    null,
  ],
  [
    'works-ahead-of-paid',
    { severity: 'warning', values: { physicalPercent: 30, paidPercent: 20, points: 10, threshold: 10 } },
    '2026-07-03',
    (history) => certifyAndPay(history, { quantityMilli: 150_000, amountMinor: 2_320_000 }),
    null,
  ],
  [
    'late',
    { severity: 'warning', on: '2026-07-11', values: { days: 29 } },
    '2026-08-09',
    () => {},
    '2026-07-11',
  ],
  ['late', { severity: 'critical', values: { days: 30 } }, '2026-08-10', () => {}, null],
  // 80 days × 100.00 of 10 000.00.
  [
    'penalty-cap-near',
    { severity: 'warning', values: { exposureMinor: 800_000, capMinor: 1_000_000, percent: 80 } },
    '2026-09-29',
    () => {},
    '2026-09-28',
  ],
  ['penalty-cap-near', { severity: 'critical' }, '2026-10-19', () => {}, null],
  [
    'guarantee-expiring',
    {
      severity: 'warning',
      on: '2026-08-01',
      eventId: 'event-5',
      values: { type: 'performance', reference: 'G1', days: 30 },
    },
    '2026-07-02',
    ({ add }) => add('guarantee', '2026-07-01', { ...guarantee, expiresOn: '2026-08-01' }),
    '2026-07-01',
  ],
  [
    'guarantee-lapsed',
    { severity: 'critical', values: { type: 'performance', reference: 'G1', days: 1 } },
    '2026-08-02',
    ({ add }) => add('guarantee', '2026-07-01', { ...guarantee, expiresOn: '2026-08-01' }),
    '2026-08-01',
  ],
  [
    'report-waiting',
    { severity: 'warning', on: '2026-07-05', eventId: 'event-5', values: { count: 1, days: 7 } },
    '2026-07-12',
    ({ add }) => add('progress-report', '2026-07-05', { measures: [], fallReason: null }),
    '2026-07-11',
  ],
  [
    'report-missing',
    { severity: 'warning', on: '2026-07-01', values: { days: 31, threshold: 30 } },
    '2026-08-01',
    () => {},
    '2026-07-31',
  ],
  [
    'punch-overdue',
    { severity: 'warning', on: '2026-07-05', values: { count: 2, days: 5 } },
    '2026-07-10',
    ({ add }) => {
      for (const dueOn of ['2026-07-08', '2026-07-05', '2026-07-10']) {
        add('punch-item', '2026-07-01', { ...reserve, severity: 'major', dueOn })
      }
    },
    '2026-07-05',
  ],
  [
    'punch-overdue',
    { severity: 'critical' },
    '2026-07-10',
    ({ add }) => add('punch-item', '2026-07-01', { ...reserve, severity: 'blocking', dueOn: '2026-07-08' }),
    null,
  ],
  [
    'suspended-long',
    { severity: 'warning', on: '2026-07-05', values: { days: 30, cause: 'flood' } },
    '2026-08-04',
    ({ add }) => add('stop-order', '2026-07-05', { cause: 'flood' }),
    '2026-08-03',
  ],
  [
    'guarantee-period-ending',
    { severity: 'warning', on: '2027-07-10', values: { days: 30 } },
    '2027-06-10',
    ({ add }) => add('provisional-acceptance', '2026-07-10', {}),
    '2027-06-09',
  ],
  [
    'final-acceptance-overdue',
    { severity: 'warning', on: '2027-07-10', values: { days: 1 } },
    '2027-07-11',
    ({ add }) => add('provisional-acceptance', '2026-07-10', {}),
    '2027-07-10',
  ],
]

test.each(CASES)('works-alarms: %s %j on %s', (code, expected, on, given, before) => {
  const history = built()
  given(history)
  expect(alarmsOn(history, on)).toContainEqual(expect.objectContaining({ code, ...expected }))
  if (before !== null) expect(alarmsOn(history, before).map((alarm) => alarm.code)).not.toContain(code)
})

test('each alarm has a case', () => {
  expect(WORKS_ALARMS.filter((code) => !CASES.some(([told]) => told === code))).toEqual([])
})

test('what no longer matters is quiet: a stop, an acceptance, an end, a lifted réserve, a renewed guarantee', () => {
  const history = built()
  const { add, events } = history
  const codesOn = (on: Day) => alarmsOn(history, on).map(({ code }) => code)
  certifyAndPay(history, { quantityMilli: 150_000, amountMinor: 3_000_000 })
  add('guarantee', '2026-07-01', { ...guarantee, expiresOn: '2026-08-01' })
  add('guarantee', '2026-07-20', { ...guarantee, reference: 'G2', expiresOn: '2028-08-01' })
  const about = add('punch-item', '2026-07-01', { ...reserve, severity: 'minor', dueOn: '2026-07-08' })
  expect(codesOn('2026-09-15')).toEqual(['report-missing', 'late', 'punch-overdue'])
  for (const kind of ['punch-corrected', 'punch-checked', 'punch-lifted'] as const) {
    add(kind, '2026-07-09', {}, { about, by: kind })
  }
  expect(codesOn('2026-09-15')).toEqual(['report-missing', 'late'])
  add('stop-order', '2026-07-05', { cause: 'rain' })
  expect(codesOn('2026-08-01')).toEqual([])
  add('provisional-acceptance', '2026-07-31', {})
  expect(codesOn('2026-12-31')).toEqual([])
  add('termination', '2026-08-01', {})
  expect(codesOn('2029-01-01')).toEqual([])
  expect(events.length).toBe(15)
})

test('the advance is no pay for works until it is taken back', () => {
  const history = built()
  const fields = { number: 1, role: 'advance', quantities: [], penaltiesMinor: 0 } as const
  const about = history.add('certificate', '2026-01-20', fields)
  history.add('payment', '2026-07-01', { amountMinor: 2_320_000 }, { about })
  const summary: WorksSummary = summariseWorks(CONTRACT, history.events, [])
  expect(summary).toMatchObject({
    paidPercent: 20,
    paidForWorksPercent: 0,
    advanceOutstandingMinor: 2_000_000,
  })
  const [found] = worksAlarms(CONTRACT, summary, {
    on: '2026-07-02',
    thresholds: { ...DEFAULT_THRESHOLDS, worksAheadPoints: 30 },
  })
  expect(found).toMatchObject({ code: 'works-ahead-of-paid', values: { points: 30 } })
})
