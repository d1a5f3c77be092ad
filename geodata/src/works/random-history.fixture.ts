import fc from 'fast-check'
import type { AnyWorksEvent, Day, Instant, WorksEventKind } from './types.ts'
import { BILL, CONTRACT } from './works.fixture.ts'

const dayOf = (day: number): Day => `2026-03-${String(day).padStart(2, '0')}`
export const days = fc.integer({ min: 1, max: 28 }).map(dayOf)
export const minutes = fc.integer({ min: 0, max: 59 })
export const instantOf = (minute: number): Instant => `2026-04-01T00:${String(minute).padStart(2, '0')}:00Z`

const FEW = { note: '' }
/** A history is about one of these, so that its events meet each other. */
const TOPICS: readonly (readonly WorksEventKind[])[] = [
  ['start-order', 'stop-order', 'resume-order', 'provisional-acceptance', 'amendment'],
  ['bill', 'progress-report', 'progress-report', 'report-validated', 'report-validated', 'report-rejected'],
  ['punch-item', 'punch-corrected', 'punch-checked', 'punch-lifted', 'punch-reopened'],
  ['certificate', 'payment', 'payment'],
  [
    'start-order',
    'stop-order',
    'bill',
    'progress-report',
    'punch-item',
    'certificate',
    'payment',
    'amendment',
  ],
]

/** One of the last three: chains of corrections and of steps come about. */
function recent(events: readonly AnyWorksEvent[], pick: number): AnyWorksEvent | undefined {
  return events.at(-1 - (pick % Math.min(3, Math.max(1, events.length))))
}

/** Up to 40 events that may make sense or not; what they name is one of the latest before them, most often of the right kind. */
export const histories = fc
  .record({
    topic: fc.constantFrom(...TOPICS),
    draws: fc.array(
      fc.record({
        pick: fc.nat(),
        kind: fc.nat(),
        days: fc.integer({ min: -2, max: 3 }),
        gap: fc.integer({ min: 0, max: 2 }),
        size: fc.nat(100),
        what: fc.constantFrom('adds', 'adds', 'adds', 'corrects', 'withdraws'),
      }),
      { maxLength: 40 },
    ),
  })
  .map(({ topic, draws }) => {
    const events: AnyWorksEvent[] = []
    let minute = 0
    let day = 1
    for (const [index, draw] of draws.entries()) {
      minute = Math.min(59, minute + draw.gap)
      day = Math.min(28, Math.max(1, day + draw.days))
      const kind = draw.what === 'withdraws' ? 'withdrawal' : topic[draw.kind % topic.length]!
      const answers =
        kind === 'withdrawal' ? events : events.filter((event) => ANSWERS[kind]?.includes(event.kind))
      const same = events.filter((event) => event.kind === kind)
      const replaces = draw.what === 'corrects' ? (recent(same, draw.pick)?.id ?? null) : null
      events.push({
        ...{ id: `e${(index * 7919) % 1000}`, contractId: CONTRACT.id, ordinal: index + 1, kind },
        ...{ happenedOn: dayOf(day), recordedAt: instantOf(minute), recordedBy: null, replaces },
        about: recent(answers, draw.pick)?.id ?? null,
        payload: payloadOf(kind, draw.size),
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
