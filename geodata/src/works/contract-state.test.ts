import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contractState, END_OF_TIME } from './contract-state.ts'
import { days, histories, instantOf, minutes } from './random-history.fixture.ts'
import { replay, told } from './replay.fixture.ts'
import type { ContractState } from './state.ts'
import type { Day, Instant } from './types.ts'
import { BILL, CONTRACT, createHistory } from './works.fixture.ts'

describe('contract-state', () => {
  test('a report counts from the day it was validated, for the day it measured', () => {
    const { events, add } = createHistory()
    add('bill', '2026-01-01', BILL)
    const report = add('progress-report', '2026-02-10', {
      measures: [
        { itemCode: 'A1', quantityMilli: 50_000 },
        { packageCode: 'B', percent: 25 },
      ],
      fallReason: null,
    })
    add('report-validated', '2026-02-14', {}, { about: report, by: 'focal-point' })
    const on = (day: Day) => contractState(CONTRACT, events, { on: day, knownAt: END_OF_TIME.knownAt })
    expect(on('2026-02-13').progress.physicalPercent).toBe(0)
    // A1 is half of 10 000.00, B a quarter of 60 000.00, of 100 000.00 in all.
    expect(on('2026-02-13').proposedProgress.physicalPercent).toBe(20)
    expect(on('2026-02-14').progress).toMatchObject({ physicalPercent: 20, measuredOn: '2026-02-10' })
    expect(on('2026-02-14').progress.items.map(({ percent }) => percent)).toEqual([50, 0, 25])
    expect(on('2026-02-14').progress.packages).toEqual([
      { packageCode: 'A', percent: 12.5, weightPpm: 400_000, measuredOn: '2026-02-10' },
      { packageCode: 'B', percent: 25, weightPpm: 600_000, measuredOn: '2026-02-10' },
    ])
  })

  test('a corrected report waits anew; what was known before stays known before', () => {
    const { events, add } = createHistory()
    add('bill', '2026-01-01', BILL)
    const said = { fallReason: null }
    const first = add('progress-report', '2026-02-10', {
      measures: [{ packageCode: 'B', percent: 50 }],
      ...said,
    })
    add('report-validated', '2026-02-11', {}, { about: first, by: 'focal-point' })
    const second = add(
      'progress-report',
      '2026-02-10',
      { measures: [{ packageCode: 'B', percent: 40 }], ...said },
      { replaces: first, recordedAt: '2026-03-01T08:00:00Z' },
    )
    const percentAt = (knownAt: Instant) =>
      contractState(CONTRACT, events, { on: '2026-03-02', knownAt }).progress.physicalPercent
    expect(percentAt('2026-02-28T23:00:00Z')).toBe(30)
    expect(percentAt('2026-03-01T08:00:00Z')).toBe(0)
    add('report-validated', '2026-03-02', {}, { about: second, by: 'focal-point' })
    expect(percentAt('2026-03-02T12:00:00Z')).toBe(24)
    expect(contractState(CONTRACT, events).reports).toMatchObject([{ id: first, eventId: second }])
  })

  test('corrections of corrections, and withdrawals of withdrawals', () => {
    const { events, add } = createHistory()
    const start = () => contractState(CONTRACT, events).chain['start-order']
    const first = add('start-order', '2026-01-10', {})
    const second = add('start-order', '2026-01-12', {}, { replaces: first })
    expect(start()).toBe('2026-01-12')
    add('start-order', '2026-01-15', {}, { replaces: second })
    expect(start()).toBe('2026-01-15')
    const third = events.at(-1)!.id
    const gone = add('withdrawal', '2026-02-01', { reason: 'erreur' }, { about: third })
    expect(start()).toBe('2026-01-12')
    add('withdrawal', '2026-02-02', { reason: 'bonne date' }, { about: gone })
    expect(start()).toBe('2026-01-15')
  })

  test('payments and steps of a réserve stay with what they answer after it was corrected', () => {
    const { events, add } = createHistory()
    const open = {
      nature: 'reserve',
      severity: 'major',
      owner: 'Entreprise',
      dueOn: null,
      pin: null,
    } as const
    const reserve = add('punch-item', '2026-05-01', { label: 'fissure', ...open })
    add('punch-corrected', '2026-05-01', {}, { about: reserve })
    add('punch-item', '2026-05-01', { label: 'fissure du mur nord', ...open }, { replaces: reserve })
    const certificate = { number: 1, role: 'interim', quantities: [], penaltiesMinor: 0 } as const
    const first = add('certificate', '2026-05-02', certificate)
    add('payment', '2026-05-20', { amountMinor: 5 }, { about: first })
    add('certificate', '2026-05-02', { ...certificate, penaltiesMinor: 9 }, { replaces: first })
    const { punchItems, payments, certificates } = contractState(CONTRACT, events)
    expect(punchItems).toMatchObject([{ id: reserve, label: 'fissure du mur nord', state: 'corrected' }])
    expect(certificates).toMatchObject([{ id: first, penaltiesMinor: 9 }])
    expect(payments).toMatchObject([{ certificateId: first, amountMinor: 5 }])
  })

  test('a nonconformity names the inspection that raised it, as long as that counts', () => {
    const { events, add } = createHistory()
    const answers = [{ itemId: 'dalle', result: 'nonconforming', note: '' }] as const
    const inspection = add('inspection', '2026-05-01', { checklistId: 'latrines', answers })
    const fault = { nature: 'nonconformity', label: 'dalle', severity: 'major', owner: '' } as const
    add('punch-item', '2026-05-01', { ...fault, dueOn: null, pin: null }, { about: inspection })
    const raisedBy = () => contractState(CONTRACT, events).punchItems[0]?.inspectionId
    expect(raisedBy()).toBe(inspection)
    const corrected = { checklistId: 'latrines', answers, note: 'revu' }
    const version = add('inspection', '2026-05-01', corrected, { replaces: inspection })
    expect(raisedBy()).toBe(inspection)
    const { inspections } = contractState(CONTRACT, events)
    expect(inspections).toMatchObject([{ id: inspection, eventId: version }])
    add('withdrawal', '2026-05-02', { reason: 'autre marché' }, { about: version })
    add('withdrawal', '2026-05-02', { reason: 'autre marché' }, { about: inspection })
    expect(raisedBy()).toBeNull()
  })

  test('a réserve goes from open to lifted in its order, and back to open', () => {
    const { events, add } = createHistory()
    const fields = {
      nature: 'reserve',
      label: 'x',
      severity: 'major',
      owner: 'x',
      dueOn: null,
      pin: null,
    } as const
    const about = add('punch-item', '2026-05-01', fields)
    const steps = ['lifted', 'checked', 'corrected', 'corrected', 'checked', 'lifted'] as const
    const states = [...steps, 'reopened' as const, 'corrected' as const, 'reopened' as const].map((step) => {
      add(`punch-${step}`, '2026-05-02', {}, { about })
      return contractState(CONTRACT, events).punchItems[0]!.state
    })
    expect(states).toEqual([
      'open',
      'open',
      'corrected',
      'corrected',
      'checked',
      'lifted',
      'open',
      'corrected',
      'open',
    ])
  })

  test('a new bill keeps measured quantities and shares, and says what they are of it', () => {
    const { events, add } = createHistory()
    add('bill', '2026-01-01', BILL)
    const measures = [
      { itemCode: 'A1', quantityMilli: 50_000 },
      { packageCode: 'B', percent: 50 },
    ]
    const report = add('progress-report', '2026-02-10', { measures, fallReason: null })
    add('report-validated', '2026-02-10', {}, { about: report, by: 'focal-point' })
    const items = BILL.items.map((item) => ({ ...item, quantityMilli: item.quantityMilli * 2 }))
    add('amendment', '2026-03-01', {
      number: 1,
      amountChangeMinor: CONTRACT.amountMinor,
      daysChange: 30,
      bill: { ...BILL, items },
    })
    const state = contractState(CONTRACT, events)
    expect(state).toMatchObject({ amountMinor: 20_000_000, durationDays: 210 })
    expect(state.progress.items).toMatchObject([
      { quantityMilli: 50_000, percent: 25 },
      { quantityMilli: 0, percent: 0 },
      { quantityMilli: 300_000, percent: 50 },
    ])
  })

  test('time travel: any history, as of any day and as known at any instant, is what a replay gives', () => {
    fc.assert(
      fc.property(histories, days, minutes, (events, on, minute) => {
        const knownAt = instantOf(minute)
        const shuffled = events.toSorted((a, b) => (a.id < b.id ? -1 : 1))
        expect(told(contractState(CONTRACT, shuffled, { on, knownAt }))).toEqual(replay(events, on, knownAt))
      }),
      { numRuns: 1000, seed: 5 },
    )
  })

  test('time only adds: what had happened on a day has happened on every later one', () => {
    fc.assert(
      fc.property(histories, days, days, (events, a, b) => {
        const [before, after] = [a, b]
          .sort()
          .map((on) => contractState(CONTRACT, events, { ...END_OF_TIME, on })) as [
          ContractState,
          ContractState,
        ]
        for (const [step, day] of Object.entries(before.chain)) {
          if (day !== null) expect(after.chain[step as keyof ContractState['chain']]).toBe(day)
        }
        for (const list of ['reports', 'certificates', 'payments', 'punchItems', 'amendments'] as const) {
          const ids = after[list].map(({ id }) => id)
          for (const { id } of before[list]) expect(ids).toContain(id)
        }
      }),
      { numRuns: 200, seed: 5 },
    )
  })
})
