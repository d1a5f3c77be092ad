import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contractState } from './contract-state.ts'
import { addDays } from './days.ts'
import { ledger } from './ledger.ts'
import { readProgress } from './measure-progress.ts'
import { refuseEvent, type WorksEventDraft } from './refuse-event.ts'
import { draft, running } from './running-works.fixture.ts'
import { CHAIN_STEPS, type ContractState } from './state.ts'
import type { AnyWorksEvent, Day, WorksEventKind } from './types.ts'
import { BILL, CONTRACT } from './works.fixture.ts'

const KINDS: readonly WorksEventKind[] = [
  ...(['tender', 'start-order', 'stop-order', 'resume-order', 'provisional-acceptance'] as const),
  ...(['amendment', 'progress-report', 'progress-report', 'report-validated', 'report-validated'] as const),
  ...(['certificate', 'certificate', 'payment', 'payment', 'retention-release'] as const),
  ...(['punch-item', 'punch-corrected', 'punch-checked', 'punch-lifted', 'withdrawal'] as const),
]
const ABOUT: Partial<Record<WorksEventKind, WorksEventKind>> = {
  'report-validated': 'progress-report',
  payment: 'certificate',
  'punch-corrected': 'punch-item',
  'punch-checked': 'punch-item',
  'punch-lifted': 'punch-item',
}
const tries = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    day: fc.nat(200),
    size: fc.nat(100),
    pick: fc.nat(4),
    corrects: fc.constantFrom(false, false, false, true),
    by: fc.constantFrom('contractor', 'focal-point', null),
    photos: fc.nat(1),
  }),
  { minLength: 20, maxLength: 60 },
)
type Try = Parameters<Parameters<typeof tries.map>[0]>[0][number]

/** Whatever people try on works that run: late entries, corrections and withdrawals among it. */
function draftOf(
  { kind, day, size, pick, corrects }: Try,
  events: readonly AnyWorksEvent[],
): WorksEventDraft {
  const last = (of: WorksEventKind | undefined) =>
    events.filter((event) => event.kind === of).at(-1 - pick)?.id ?? null
  const on: Day = addDays('2026-01-12', day)
  const number = events.filter((event) => event.kind === kind).length + 1
  const payloads: Partial<Record<WorksEventKind, object>> = {
    'stop-order': { cause: 'rain' },
    amendment: { number, amountChangeMinor: (size - 50) * 100_000, daysChange: size - 50, bill: null },
    'progress-report': {
      measures: [
        { packageCode: 'B', percent: size },
        { itemCode: 'A1', quantityMilli: size * 1_010 },
      ],
      fallReason: pick === 4 ? 'Repris' : null,
    },
    certificate: {
      ...{ number, role: pick === 4 ? 'final' : 'interim', penaltiesMinor: size },
      quantities: BILL.items.map(({ code, quantityMilli }) => ({
        itemCode: code,
        quantityMilli: Math.round((quantityMilli * size) / 99),
      })),
    },
    payment: { amountMinor: size * 10_000 },
    'retention-release': { amountMinor: size * 1_000 },
    'punch-item': { nature: 'reserve', label: 'x', severity: 'blocking', owner: 'x', dueOn: null, pin: null },
    withdrawal: { reason: 'x' },
  }
  const about = kind === 'withdrawal' ? (events.at(-1 - pick)?.id ?? null) : last(ABOUT[kind])
  return draft(kind, on, payloads[kind] ?? {}, { about, replaces: corrects ? last(kind) : null })
}

function grow(tried: readonly Try[]): { events: AnyWorksEvent[]; accepted: number } {
  const events = [...running().events]
  let accepted = 0
  for (const one of tried) {
    const asked = draftOf(one, events)
    const recording = { by: one.by, today: '2026-12-31', photoIds: Array(one.photos).fill('photo') }
    if (refuseEvent(CONTRACT, events, asked, recording).length > 0) continue
    accepted += 1
    const ordinal = events.length + 1
    events.push({
      ...asked,
      ...{ id: `tried-${ordinal}`, contractId: CONTRACT.id, ordinal },
      ...{ recordedAt: '2026-12-31T00:00:00Z', recordedBy: one.by },
    } as AnyWorksEvent)
  }
  return { events, accepted }
}

function checkTime({ chain, suspensions, durationDays }: ContractState): void {
  const dated = CHAIN_STEPS.flatMap((step) => chain[step] ?? [])
  expect(dated).toEqual(dated.toSorted())
  suspensions.forEach(({ from, to }, index) => {
    if (to === null) expect(index).toBe(suspensions.length - 1)
    else expect(from <= to && to <= (suspensions[index + 1]?.from ?? to)).toBe(true)
  })
  expect(durationDays).toBeGreaterThan(0)
}

function checkMoney(state: ContractState): void {
  const { lines, totals } = ledger(CONTRACT, state)
  expect(lines.map(({ number }) => number)).toEqual(lines.map((_, index) => index + 1))
  for (const { outstandingMinor, paidMinor } of lines)
    if (paidMinor > 0) expect(outstandingMinor).toBeGreaterThanOrEqual(0)
  expect(totals.retentionHeldMinor).toBeGreaterThanOrEqual(0)
  expect(totals.grossMinor).toBeLessThanOrEqual(state.amountMinor)
  expect(state.payments.length).toBeGreaterThanOrEqual(lines.filter(({ paidMinor }) => paidMinor > 0).length)
}

function checkPeople({ reports, punchItems, bills }: ContractState): void {
  const validated = reports.filter(({ state }) => state === 'validated')
  for (const { decision, recordedBy } of validated)
    expect(decision!.by === null || decision!.by !== recordedBy).toBe(true)
  const percents = readProgress(bills.at(-1)!.bill, validated).map(({ physicalPercent }) => physicalPercent!)
  percents.forEach((percent, index) => {
    if (validated[index]!.fallReason === null)
      expect(percent).toBeGreaterThanOrEqual(percents[index - 1] ?? 0)
  })
  for (const { history, state } of punchItems) {
    const by = (kind: string) => history.findLast((step) => step.kind === kind)?.by ?? null
    if (state === 'lifted' && by('punch-lifted') !== null)
      expect(by('punch-lifted')).not.toBe(by('punch-corrected'))
  }
}

test('a history that grows by what is not refused keeps the rules, whatever is tried', () => {
  let accepted = 0
  fc.assert(
    fc.property(tries, (tried) => {
      const grown = grow(tried)
      accepted += grown.accepted
      const state = contractState(CONTRACT, grown.events)
      checkTime(state)
      checkMoney(state)
      checkPeople(state)
    }),
    { numRuns: 80, seed: 5 },
  )
  expect(accepted).toBeGreaterThan(400)
})
