import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contractState, END_OF_TIME } from './contract-state.ts'
import type { ContractState } from './state.ts'
import type { AnyWorksEvent, Bill, Day, Instant, WorksEventKind } from './types.ts'
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
      { numRuns: 400, seed: 5 },
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

const days = fc.integer({ min: 1, max: 28 }).map((day): Day => `2026-03-${String(day).padStart(2, '0')}`)
const minutes = fc.integer({ min: 0, max: 59 })
const instantOf = (minute: number): Instant => `2026-04-01T00:${String(minute).padStart(2, '0')}:00Z`

const FEW = { note: '' }
const KINDS = fc.oneof(
  fc.constantFrom<WorksEventKind>('start-order', 'stop-order', 'resume-order', 'provisional-acceptance'),
  fc.constantFrom<WorksEventKind>(
    'progress-report',
    'progress-report',
    'report-validated',
    'report-rejected',
  ),
  fc.constantFrom<WorksEventKind>(
    'punch-item',
    'punch-corrected',
    'punch-checked',
    'punch-lifted',
    'punch-reopened',
  ),
  fc.constantFrom<WorksEventKind>('certificate', 'payment', 'amendment', 'bill', 'withdrawal', 'withdrawal'),
)

/** Up to 40 events that may make sense or not; what they name is any event before them, most often of the right kind. */
const histories = fc
  .array(
    fc.record({
      kind: KINDS,
      day: days,
      gap: fc.integer({ min: 0, max: 2 }),
      pick: fc.nat(),
      size: fc.nat(100),
      corrects: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((draws) => {
    const events: AnyWorksEvent[] = []
    let minute = 0
    for (const [index, { kind, day, gap, pick, size, corrects }] of draws.entries()) {
      minute = Math.min(59, minute + gap)
      const fitting = events.filter(({ kind: other }) => (ANSWERS[kind] ?? [other]).includes(other))
      const same = events.filter((event) => event.kind === kind)
      const about =
        kind in ANSWERS || kind === 'withdrawal' ? (fitting[pick % fitting.length]?.id ?? null) : null
      const replaces = corrects && kind !== 'withdrawal' ? (same[pick % same.length]?.id ?? null) : null
      events.push({
        ...{ id: `e${(index * 7919) % 1000}`, contractId: CONTRACT.id, ordinal: index + 1, kind },
        ...{ happenedOn: day, recordedAt: instantOf(minute), recordedBy: null, about, replaces },
        payload: payloadOf(kind, size),
      } as unknown as AnyWorksEvent)
    }
    return events
  })
const ANSWERS: Partial<Record<WorksEventKind, readonly WorksEventKind[]>> = {
  'report-validated': ['progress-report'],
  'report-rejected': ['progress-report'],
  payment: ['certificate'],
  'punch-corrected': ['punch-item'],
  'punch-checked': ['punch-item'],
  'punch-lifted': ['punch-item'],
  'punch-reopened': ['punch-item'],
}

function payloadOf(kind: WorksEventKind, size: number) {
  if (kind === 'bill') {
    const items = BILL.items.map((item) => ({ ...item, quantityMilli: item.quantityMilli + size * 1000 }))
    return { ...BILL, items }
  }
  if (kind === 'amendment')
    return { ...FEW, number: 1, amountChangeMinor: size, daysChange: size, bill: null }
  if (kind === 'payment') return { ...FEW, amountMinor: size }
  if (kind === 'certificate')
    return { ...FEW, number: size, role: 'interim', quantities: [], penaltiesMinor: 0 }
  if (kind === 'progress-report') {
    const byItem = { itemCode: BILL.items[size % 3]!.code, quantityMilli: size * 1000 }
    const byPackage = { packageCode: BILL.packages[size % 2]!.code, percent: size }
    return { ...FEW, measures: size % 5 < 3 ? [byItem] : [byPackage, byItem], fallReason: null }
  }
  return { ...FEW, label: `${size}`, cause: 'rain', severity: 'minor' }
}

/** What the replay tells as well. */
function told(state: ContractState) {
  return {
    start: state.chain['start-order'],
    acceptance: state.chain['provisional-acceptance'],
    suspensions: state.suspensions.map(({ from, to }) => [from, to]),
    amountMinor: state.amountMinor,
    durationDays: state.durationDays,
    bills: state.bills.map(({ eventId }) => eventId),
    reports: state.reports.map(({ id, eventId, state }) => [id, eventId, state]),
    certificates: state.certificates.map(({ id, eventId }) => [id, eventId]),
    payments: state.payments.map(({ eventId, certificateId }) => [eventId, certificateId]),
    punchItems: state.punchItems.map(({ eventId, state, history }) => [eventId, state, history.length]),
    percents: state.progress.items.map(({ percent }) => percent.toFixed(3)),
    proposed: state.proposedProgress.items.map(({ percent }) => percent.toFixed(3)),
  }
}

type Told = ReturnType<typeof told>

/** The same by definition, event by event, without the fold: each question looks through the whole list. */
function replay(all: readonly AnyWorksEvent[], on: Day, knownAt: Instant): Told {
  const known = all.filter(({ recordedAt }) => recordedAt <= knownAt)
  const isWithdrawn = (x: AnyWorksEvent): boolean =>
    known.some((w) => w.kind === 'withdrawal' && w.about === x.id && counts(w))
  const isTaken = (x: AnyWorksEvent): boolean =>
    known.some((c) => c.replaces === x.id && (!isWithdrawn(c) || isTaken(c)))
  const counts = (x: AnyWorksEvent): boolean => !isWithdrawn(x) && !isTaken(x)
  const first = (x: AnyWorksEvent): AnyWorksEvent => {
    const before = known.find(({ id }) => id === x.replaces)
    return before ? first(before) : x
  }
  const counted = known
    .filter((x) => x.kind !== 'withdrawal' && x.happenedOn <= on && counts(x))
    .map((x) => ({
      x,
      id: first(x).id,
      key: `${x.happenedOn} ${1000 + first(x).ordinal} ${1000 + x.ordinal}`,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const ofKind = (...kinds: WorksEventKind[]) => counted.filter(({ x }) => kinds.includes(x.kind))
  const sum = (kind: WorksEventKind, field: string) =>
    ofKind(kind).reduce((total, { x }) => total + (x.payload as unknown as Record<string, number>)[field]!, 0)
  const answersTo = (id: string, ...kinds: WorksEventKind[]) => {
    const from = counted.findIndex((one) => one.id === id)
    return counted.slice(from + 1).filter(({ x }) => {
      const target = known.find((one) => one.id === x.about)
      return kinds.includes(x.kind) && target !== undefined && first(target).id === id
    })
  }
  const reports = ofKind('progress-report').map(({ x, id }) => {
    const decision = answersTo(id, 'report-validated', 'report-rejected').find(
      ({ x: { about } }) => about === x.id,
    )
    const state = { 'report-validated': 'validated', 'report-rejected': 'rejected' }[
      decision?.x.kind as string
    ]
    return { x, id, state: state ?? 'proposed' }
  })
  const bill = ofKind('bill').at(-1)?.x.payload as Bill | undefined
  const percentsOf = (taken: typeof reports) =>
    (bill?.items ?? []).map(({ code, packageCode, quantityMilli }) => {
      const measures = taken.flatMap(({ x }) => (x.kind === 'progress-report' ? x.payload.measures : []))
      const last = measures.findLast((m) =>
        'itemCode' in m ? m.itemCode === code : m.packageCode === packageCode,
      )
      if (last === undefined) return (0).toFixed(3)
      const percent = 'itemCode' in last ? (100 * last.quantityMilli) / quantityMilli : last.percent
      return (Math.round(Math.min(percent, 100) * 10_000) / 10_000).toFixed(3)
    })
  const stops: [Day, Day | null][] = []
  for (const { x } of ofKind('stop-order', 'resume-order')) {
    const isStopped = stops.length > 0 && stops.at(-1)![1] === null
    if (x.kind === 'stop-order' && !isStopped) stops.push([x.happenedOn, null])
    if (x.kind === 'resume-order' && isStopped) stops.at(-1)![1] = x.happenedOn
  }
  return {
    start: ofKind('start-order')[0]?.x.happenedOn ?? null,
    acceptance: ofKind('provisional-acceptance')[0]?.x.happenedOn ?? null,
    suspensions: stops,
    amountMinor: CONTRACT.amountMinor + sum('amendment', 'amountChangeMinor'),
    durationDays: CONTRACT.durationDays + sum('amendment', 'daysChange'),
    bills: ofKind('bill').map(({ x }) => x.id),
    reports: reports.map(({ x, id, state }) => [id, x.id, state]) as Told['reports'],
    certificates: ofKind('certificate').map(({ x, id }) => [id, x.id]),
    payments: ofKind('payment').flatMap(({ x }) => {
      const certificate = ofKind('certificate').find(({ id }) =>
        answersTo(id, 'payment').some((p) => p.x === x),
      )
      return certificate ? [[x.id, certificate.id]] : []
    }),
    punchItems: ofKind('punch-item').map(({ x, id }) => {
      let state = 'open'
      let length = 1
      for (const { x: step } of answersTo(
        id,
        'punch-corrected',
        'punch-checked',
        'punch-lifted',
        'punch-reopened',
      )) {
        const next = NEXT[`${state} ${step.kind}`]
        if (next === undefined) continue
        state = next
        length += 1
      }
      return [x.id, state, length]
    }) as Told['punchItems'],
    percents: percentsOf(reports.filter(({ state }) => state === 'validated')),
    proposed: percentsOf(reports.filter(({ state }) => state !== 'rejected')),
  }
}

const NEXT: Readonly<Record<string, string>> = {
  'open punch-corrected': 'corrected',
  'corrected punch-checked': 'checked',
  'checked punch-lifted': 'lifted',
  'corrected punch-reopened': 'open',
  'checked punch-reopened': 'open',
  'lifted punch-reopened': 'open',
}
