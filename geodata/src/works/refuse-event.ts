import { isDay } from './days.ts'
import { countingEvents, type EventInForce, eventsInForce, placesOf } from './events-in-force.ts'
import { type Fold, foldEvent, startFold } from './fold-event.ts'
import { judgePlan } from './judge-bill.ts'
import { CHAIN_JUDGES } from './judge-chain.ts'
import { MONEY_JUDGES } from './judge-money.ts'
import { PROGRESS_JUDGES } from './judge-progress.ts'
import { QUALITY_JUDGES } from './judge-quality.ts'
import { type Judge, type Judging, refusal, refuseIf } from './judging.ts'
import type { WorksRefusal } from './results.ts'
import type { AnyWorksEvent, Day, WorksContract, WorksEventKind } from './types.ts'

/** What somebody wants to record: an event without what recording gives it. */
export type WorksEventDraft = Pick<AnyWorksEvent, 'kind' | 'happenedOn' | 'replaces' | 'about' | 'payload'>

export interface Recording {
  /** Account of whoever records it. */
  readonly by: string | null
  /** Nothing can have happened after it. */
  readonly today: Day
  /** Photos linked to the event. */
  readonly photoIds: readonly string[]
}

const JUDGES: { readonly [Kind in WorksEventKind]: Judge<Kind> } = {
  ...CHAIN_JUDGES,
  ...PROGRESS_JUDGES,
  ...MONEY_JUDGES,
  ...QUALITY_JUDGES,
  plan: judgePlan,
  // What it names is judged for every kind, and what it takes away by what comes after.
  withdrawal: () => [],
}
const DRAFT_ID = '(draft)'

/**
 * Why an event may not be added to a contract; empty where it may.
 *
 * It is judged where it would stand: before it is what had happened up to its day, without what it replaces or withdraws. Then all
 * that comes after it is judged again, so that a correction, a withdrawal or a late entry breaks no rule further on
 * (`breaks-later-event`, with the rule that it would break).
 *
 * @param events All events of the contract, in any order.
 */
export function refuseEvent(
  contract: WorksContract,
  events: readonly AnyWorksEvent[],
  draft: WorksEventDraft,
  recording: Recording,
): WorksRefusal[] {
  const unreadable = judgeDay(draft, recording)
  if (unreadable.length > 0) return unreadable
  const present = eventsInForce(events, null)
  const unanswerable = judgeNames(events, draft)
  if (unanswerable.length > 0) return unanswerable
  const added = addDraft(contract, events, draft, recording)
  const { before, after } = lineUp(present, added)
  const judged = judgeAll(contract, added, after, { recording })
  const own = judged.get(DRAFT_ID) ?? []
  judged.delete(DRAFT_ID)
  if (own.length > 0 || judged.size === 0) return own
  const already = judgeAll(contract, events, before, {})
  return [...judged].flatMap(([id, refusals]) => {
    const known = new Set(already.get(id)?.map(({ code }) => code))
    const { kind, happenedOn } = events.find((event) => event.id === id)!
    return refusals
      .filter(({ code }) => !known.has(code))
      .map(({ code, params }) =>
        refusal('breaks-later-event', { ...params, rule: code, kind, on: happenedOn, eventId: id }),
      )
  })
}

function judgeDay({ happenedOn }: WorksEventDraft, { today }: Recording): WorksRefusal[] {
  const field = 'happenedOn'
  if (!isDay(happenedOn)) return [refusal('not-a-day', { day: happenedOn }, { field })]
  return refuseIf(happenedOn > today, 'future-day', { day: happenedOn, today }, { field })
}

/** What `replaces` and a withdrawal name has to count still; an answer is not before what it answers. */
function judgeNames(
  events: readonly AnyWorksEvent[],
  { kind, happenedOn, replaces, about }: WorksEventDraft,
): WorksRefusal[] {
  const isKnown = (id: string) => events.some((event) => event.id === id)
  const counting = countingEvents(events, null)
  const judgeCounting = (id: string, field: string) =>
    refuseIf(
      !counting.some((event) => event.id === id),
      isKnown(id) ? 'already-replaced' : 'unknown-event',
      {},
      { field },
    )
  if (replaces !== null) {
    const replaced = counting.find(({ id }) => id === replaces)
    if (replaced === undefined) return judgeCounting(replaces, 'replaces')
    if (replaced.kind !== kind) {
      return [refusal('replaces-other-kind', { kind, replaced: replaced.kind }, { field: 'replaces' })]
    }
  }
  if (kind === 'withdrawal') return judgeCounting(about ?? '', 'about')
  if (about === null) return []
  if (!isKnown(about)) return [refusal('unknown-event', {}, { field: 'about' })]
  const places = placesOf(events)
  const now = counting.find(({ id }) => places.get(id)!.placeId === places.get(about)!.placeId)
  const on = now?.happenedOn ?? happenedOn
  return refuseIf(happenedOn < on, 'before-what-it-answers', { on, day: happenedOn }, { field: 'happenedOn' })
}

function addDraft(
  { id: contractId }: WorksContract,
  events: readonly AnyWorksEvent[],
  draft: WorksEventDraft,
  { by }: Recording,
): AnyWorksEvent[] {
  const ordinal = events.reduce((last, event) => Math.max(last, event.ordinal), 0) + 1
  const recorded = { id: DRAFT_ID, contractId, ordinal, recordedAt: '9999-12-31T23:59:59Z', recordedBy: by }
  return [...events, { ...draft, ...recorded } as AnyWorksEvent]
}

interface LineUp {
  /** Judged from here on; what stands before is only folded. */
  readonly from: number
  readonly events: readonly EventInForce[]
}

/** Both lists, from where they differ. */
function lineUp(present: readonly EventInForce[], added: readonly AnyWorksEvent[]) {
  const next = eventsInForce(added, null)
  let from = 0
  while (from < next.length && next[from]!.event === present[from]?.event) from += 1
  return { before: { from, events: present }, after: { from, events: next } }
}

/** Refusals by the event that they are about. Of those recorded before, only what depends on others is asked again. */
function judgeAll(
  contract: WorksContract,
  events: readonly AnyWorksEvent[],
  { from, events: inForce }: LineUp,
  { recording }: { readonly recording?: Recording },
): Map<string, WorksRefusal[]> {
  const fold = startFold(contract, placesOf(events))
  const judged = new Map<string, WorksRefusal[]>()
  for (const [index, one] of inForce.entries()) {
    const { event } = one
    if (index >= from && !isLeftOver(fold, one, inForce)) {
      const photoCount = event.id === DRAFT_ID ? (recording?.photoIds.length ?? null) : null
      const judge = JUDGES[event.kind] as Judge<WorksEventKind>
      const judging: Judging = { fold, event, by: event.recordedBy, photoCount }
      const refusals = judge(judging)
      if (refusals.length > 0) judged.set(event.id, refusals)
    }
    foldEvent(fold, one)
  }
  return judged
}

/**
 * An answer to a réserve or a guarantee that was withdrawn since, or to a version of a report that was corrected: it says nothing any
 * more, and harms nothing. A payment of nothing would.
 */
function isLeftOver({ places }: Fold, { event }: EventInForce, inForce: readonly EventInForce[]): boolean {
  const { about, kind } = event
  if (event.id === DRAFT_ID || about === null || kind === 'payment') return false
  const isVersion = kind === 'report-validated' || kind === 'report-rejected'
  const placeId = places.get(about)?.placeId
  return !inForce.some((other) => (isVersion ? other.event.id === about : other.placeId === placeId))
}
