import type { EventInForce } from './events-in-force.ts'
import type {
  AmendmentFact,
  BillVersion,
  CertificateFact,
  ChainStep,
  GuaranteeFact,
  InspectionFact,
  LostDay,
  PaymentFact,
  PlanVersion,
  PunchItem,
  PunchStep,
  ReportFact,
  RetentionRelease,
  Suspension,
} from './state.ts'
import type { AnyWorksEvent, WorksContract, WorksEvent, WorksEventKind } from './types.ts'

/** What has been folded so far: the facts of a `ContractState`, without what follows from them. */
export interface Fold {
  readonly contract: WorksContract
  /** First version of each known event, so that an answer meets what it answers after a correction. */
  readonly places: ReadonlyMap<string, { readonly placeId: string }>
  readonly chain: Record<ChainStep, string | null>
  readonly suspensions: Suspension[]
  readonly amendments: AmendmentFact[]
  amountMinor: number
  durationDays: number
  readonly bills: BillVersion[]
  readonly baselines: PlanVersion[]
  currentPlan: PlanVersion | null
  readonly reports: ReportFact[]
  readonly lostDays: LostDay[]
  readonly guarantees: GuaranteeFact[]
  readonly certificates: CertificateFact[]
  readonly payments: PaymentFact[]
  readonly retentionReleases: RetentionRelease[]
  readonly punchItems: PunchItem[]
  readonly inspections: InspectionFact[]
}

export function startFold(contract: WorksContract, places: Fold['places']): Fold {
  return {
    contract,
    places,
    chain: {
      tender: null,
      award: null,
      signature: null,
      'start-order': null,
      'pre-acceptance': null,
      'provisional-acceptance': null,
      'final-acceptance': null,
      termination: null,
    },
    suspensions: [],
    amendments: [],
    amountMinor: contract.amountMinor,
    durationDays: contract.durationDays,
    bills: [],
    baselines: [],
    currentPlan: null,
    reports: [],
    lostDays: [],
    guarantees: [],
    certificates: [],
    payments: [],
    retentionReleases: [],
    punchItems: [],
    inspections: [],
  }
}

type FoldOne<Kind extends WorksEventKind> = (fold: Fold, event: WorksEvent<Kind>, id: string) => void

/** The first of its kind counts: a step that was done stays done on the same day. */
const foldStep: FoldOne<ChainStep> = ({ chain }, { kind, happenedOn }) => {
  chain[kind] ??= happenedOn
}

/** States that each step of a réserve may come from, and the one that it leads to. */
export const PUNCH_STEPS = {
  'punch-corrected': { from: ['open'], to: 'corrected' },
  'punch-checked': { from: ['corrected'], to: 'checked' },
  'punch-lifted': { from: ['checked'], to: 'lifted' },
  'punch-reopened': { from: ['corrected', 'checked', 'lifted'], to: 'open' },
} as const satisfies Partial<
  Record<WorksEventKind, { from: readonly PunchItem['state'][]; to: PunchItem['state'] }>
>

const foldPunchStep: FoldOne<keyof typeof PUNCH_STEPS> = (fold, event) => {
  const { from, to } = PUNCH_STEPS[event.kind]
  const item = answered(fold, fold.punchItems, event)
  const sources: readonly PunchItem['state'][] = from
  if (item === undefined || !sources.includes(item.state)) return
  change(fold.punchItems, item, { state: to, history: [...item.history, punchStep(event)] })
}

const foldDecision: FoldOne<'report-validated' | 'report-rejected'> = (fold, event) => {
  // A decision is on the version that was read: a corrected report waits for a new one.
  const report = fold.reports.find(({ eventId }) => eventId === event.about)
  if (report?.state !== 'proposed') return
  const state = event.kind === 'report-validated' ? 'validated' : 'rejected'
  change(fold.reports, report, { state, decision: decisionOf(event) })
}

const FOLDS: { readonly [Kind in WorksEventKind]: FoldOne<Kind> } = {
  tender: foldStep,
  award: foldStep,
  signature: foldStep,
  'start-order': foldStep,
  'pre-acceptance': foldStep,
  'provisional-acceptance': foldStep,
  'final-acceptance': foldStep,
  termination: foldStep,
  'stop-order': ({ suspensions }, { happenedOn, payload: { cause, note } }, id) => {
    if (suspensions.at(-1)?.to !== null) suspensions.push({ id, from: happenedOn, to: null, cause, note })
  },
  'resume-order': ({ suspensions }, { happenedOn }) => {
    const last = suspensions.at(-1)
    if (last?.to === null) suspensions[suspensions.length - 1] = { ...last, to: happenedOn }
  },
  'retention-release': (fold, event, id) => {
    fold.retentionReleases.push({ ...factOf(event, id), amountMinor: event.payload.amountMinor })
  },
  amendment: (fold, event, id) => {
    const { number, amountChangeMinor, daysChange, bill } = event.payload
    fold.amendments.push({ ...factOf(event, id), number, amountChangeMinor, daysChange })
    fold.amountMinor += amountChangeMinor
    fold.durationDays += daysChange
    if (bill === null) return
    fold.bills.push({ eventId: event.id, from: event.happenedOn, amendmentNumber: number, bill })
  },
  bill: ({ bills }, { id: eventId, happenedOn, payload }) => {
    bills.push({ eventId, from: happenedOn, amendmentNumber: null, bill: payload })
  },
  plan: (fold, { id: eventId, happenedOn, payload }) => {
    const version = { eventId, on: happenedOn, plan: payload }
    if (payload.role === 'baseline') fold.baselines.push(version)
    else fold.currentPlan = version
  },
  'progress-report': ({ reports }, event, id) => {
    const { measures, fallReason } = event.payload
    reports.push({ ...factOf(event, id), measures, fallReason, state: 'proposed', decision: null })
  },
  'report-validated': foldDecision,
  'report-rejected': foldDecision,
  'lost-day': ({ lostDays }, event, id) => {
    const { cause, rainMillimetres } = event.payload
    lostDays.push({ ...factOf(event, id), cause, rainMillimetres })
  },
  guarantee: ({ guarantees }, event, id) => {
    const { type, reference, issuer, amountMinor, expiresOn } = event.payload
    guarantees.push({
      ...factOf(event, id),
      type,
      reference,
      issuer,
      amountMinor,
      expiresOn,
      releasedOn: null,
    })
  },
  'guarantee-released': (fold, event) => {
    const guarantee = answered(fold, fold.guarantees, event)
    if (guarantee?.releasedOn === null) change(fold.guarantees, guarantee, { releasedOn: event.happenedOn })
  },
  certificate: ({ certificates }, event, id) => {
    const { number, role, quantities, penaltiesMinor } = event.payload
    certificates.push({ ...factOf(event, id), number, role, quantities, penaltiesMinor })
  },
  payment: (fold, event, id) => {
    const certificate = answered(fold, fold.certificates, event)
    if (certificate === undefined) return
    const { amountMinor } = event.payload
    fold.payments.push({ ...factOf(event, id), certificateId: certificate.id, amountMinor })
  },
  'punch-item': (fold, event, id) => {
    const { nature, label, severity, owner, dueOn, pin } = event.payload
    const history = [punchStep(event)]
    fold.punchItems.push({
      ...factOf(event, id),
      inspectionId: answered(fold, fold.inspections, event)?.id ?? null,
      nature,
      label,
      severity,
      owner,
      dueOn,
      pin,
      state: 'open',
      history,
    })
  },
  'punch-corrected': foldPunchStep,
  'punch-checked': foldPunchStep,
  'punch-lifted': foldPunchStep,
  'punch-reopened': foldPunchStep,
  inspection: ({ inspections }, event, id) => {
    const { checklistId, answers } = event.payload
    inspections.push({ ...factOf(event, id), checklistId, answers })
  },
  // Its work is done before the fold: `eventsInForce` leaves out what it takes away.
  withdrawal: () => {},
}

/** Adds an event to what was folded before it. What makes no sense there (a resumption without a stop) changes nothing. */
export function foldEvent(fold: Fold, { event, placeId }: EventInForce): void {
  const foldOne = FOLDS[event.kind] as FoldOne<WorksEventKind>
  foldOne(fold, event, placeId)
}

/** What an event answers, in whichever version it has now. */
export function answered<Told extends { readonly id: string }>(
  fold: Fold,
  told: readonly Told[],
  { about }: Pick<AnyWorksEvent, 'about'>,
): Told | undefined {
  if (about === null) return undefined
  const id = fold.places.get(about)?.placeId
  return told.find((one) => one.id === id)
}

function change<Told>(list: Told[], one: Told, changes: Partial<Told>): void {
  list[list.indexOf(one)] = { ...one, ...changes }
}

function factOf(event: WorksEvent<WorksEventKind> & { payload: { note: string } }, id: string) {
  const { id: eventId, happenedOn: on, recordedBy, recordedAt, payload } = event
  return { id, eventId, on, recordedBy, recordedAt, note: payload.note }
}

function decisionOf({
  id: eventId,
  happenedOn: on,
  recordedBy: by,
  payload,
}: WorksEvent & { payload: { note: string } }) {
  return { eventId, on, by, note: payload.note }
}

function punchStep(event: WorksEvent<PunchStep['kind']>): PunchStep {
  return { ...decisionOf(event), kind: event.kind }
}
