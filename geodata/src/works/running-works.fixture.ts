import type { Recording, WorksEventDraft } from './refuse-event.ts'
import type { WorksRefusal, WorksRefusalCode } from './results.ts'
import type { AnyWorksEvent, Bill, Day, WorksEventKind, WorksPayloads } from './types.ts'
import { BILL, createHistory } from './works.fixture.ts'

/** Works that began on 12 January, with an advance, a validated report of 50 %, a décompte of all of A1, and a réserve. */
export function running() {
  const { events, add } = createHistory()
  const ids = {
    signature: add('signature', '2025-12-20', {}),
    bill: add('bill', '2025-12-20', BILL),
    guarantee: add('guarantee', '2026-01-05', {
      ...{ type: 'performance', reference: 'G1', issuer: 'Banque', amountMinor: 500_000 },
      expiresOn: '2026-06-30',
    }),
    start: add('start-order', '2026-01-12', {}),
    advance: add('certificate', '2026-01-20', {
      ...{ number: 1, role: 'advance', quantities: [], penaltiesMinor: 0 },
    }),
    report: add('progress-report', '2026-03-10', { measures: halves, fallReason: null }),
    validation: '',
    certificate: '',
    payment: '',
    punchItem: '',
    waiting: '',
  }
  ids.validation = add('report-validated', '2026-03-12', {}, { about: ids.report, by: 'focal-point' })
  ids.certificate = add('certificate', '2026-03-20', {
    ...{
      number: 2,
      role: 'interim',
      quantities: [{ itemCode: 'A1', quantityMilli: 50_000 }],
      penaltiesMinor: 0,
    },
  })
  ids.payment = add('payment', '2026-04-10', { amountMinor: 100_000 }, { about: ids.certificate })
  ids.punchItem = add('punch-item', '2026-04-20', RESERVE)
  ids.waiting = add('progress-report', '2026-04-30', {
    measures: [{ packageCode: 'B', percent: 60 }],
    fallReason: null,
  })
  return { events, add, ids }
}
export const halves = [
  { itemCode: 'A1', quantityMilli: 50_000 },
  { packageCode: 'B', percent: 50 },
]
export const RESERVE = {
  nature: 'reserve',
  label: 'Fissure',
  severity: 'blocking',
  owner: 'Entreprise',
  dueOn: null,
  pin: null,
} as const

type History = ReturnType<typeof running>
export function draft<Kind extends WorksEventKind>(
  kind: Kind,
  happenedOn: Day,
  payload: Partial<WorksPayloads[Kind]> = {},
  { about = null, replaces = null }: { about?: string | null; replaces?: string | null } = {},
): WorksEventDraft {
  return { kind, happenedOn, about, replaces, payload: { note: '', ...payload } as WorksPayloads[Kind] }
}
export const measure = (
  measures: WorksPayloads['progress-report']['measures'],
  fallReason: string | null = null,
) => draft('progress-report', '2026-05-10', { measures, fallReason })
export const certify = (fields: Partial<WorksPayloads['certificate']>) =>
  draft('certificate', '2026-05-20', {
    ...{
      number: 3,
      role: 'interim',
      quantities: [{ itemCode: 'A1', quantityMilli: 60_000 }],
      penaltiesMinor: 0,
    },
    ...fields,
  })
export const agree = (bill: Bill) => draft('bill', '2026-05-20', bill)
export const plan = (...codes: [code: string, predecessor?: string, more?: object][]) =>
  draft('plan', '2026-05-20', {
    ...{ role: 'baseline', name: 'Planning', calendarId: 'c' },
    activities: codes.map(([code, predecessor, more]) => ({
      ...{ code, label: code, packageCode: null, durationDays: 5, notBefore: null },
      predecessors: predecessor ? [{ code: predecessor, type: 'FS', lagDays: 0 }] : [],
      ...more,
    })),
  })

/** An event that is refused, and what has to be told. */
export interface RefusalCase {
  readonly code: WorksRefusalCode
  /** What happens before, on top of `running`. */
  readonly given?: (history: History) => unknown
  readonly draft: WorksEventDraft | ((history: History) => WorksEventDraft)
  readonly expected?: Partial<WorksRefusal>
  readonly recording?: Partial<Recording>
  /** In the place of `running`. */
  readonly events?: readonly AnyWorksEvent[]
}

export const correct = ({ add, ids }: History, by = 'contractor') => {
  add('punch-corrected', '2026-05-01', {}, { about: ids.punchItem, by })
}
export const accept = ({ add }: History) => add('provisional-acceptance', '2026-08-01', {})

export function weighted(...weights: (number | null)[]): Bill {
  return {
    ...BILL,
    packages: BILL.packages.map((one, index) => ({ ...one, weightPpm: weights[index] ?? null })),
  }
}
