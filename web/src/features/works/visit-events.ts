import type { WorksEventInput, WorksFile } from '@borne/api/contracts/works'
import { addDays } from '@borne/geodata/works/days'
import { refuseEvent } from '@borne/geodata/works/refuse-event'
import type { WorksRefusal } from '@borne/geodata/works/results'
import type { AnyWorksEvent, Day } from '@borne/geodata/works/types'
import type { VisitDraft, VisitPackage } from './visit-draft.ts'

/**
 * The events of a visit, in the order in which they are recorded: the report, the day without work, the réserves. A visit in which
 * nothing moved confirms every package as it was.
 */
export function eventsOfVisit(
  draft: VisitDraft,
  packages: readonly VisitPackage[],
  owner: string,
): WorksEventInput[] {
  const moved = packages.filter(({ percent, last }) => percent !== last)
  const measures = (moved.length > 0 ? moved : packages).map(({ code, percent }) => ({
    packageCode: code,
    percent,
  }))
  const ofPunches = new Set(draft.punches.map(({ photoId }) => photoId))
  const report: WorksEventInput = {
    id: draft.reportId,
    kind: 'progress-report',
    happenedOn: draft.on,
    payload: { note: draft.note.trim(), measures, fallReason: draft.fallReason.trim() || null },
    photoIds: draft.photos.map(({ id }) => id).filter((id) => !ofPunches.has(id)),
  }
  return [report, ...lostDayOf(draft), ...punchesOf(draft, owner)]
}

function lostDayOf({ lostDayId, on, lostCause, rainMillimetres }: VisitDraft): WorksEventInput[] {
  if (!lostCause) return []
  const millimetres = readMillimetres(rainMillimetres)
  return [
    {
      id: lostDayId,
      kind: 'lost-day',
      happenedOn: on,
      payload: {
        note: '',
        cause: lostCause,
        rainMillimetres: lostCause === 'rain' || lostCause === 'flood' ? millimetres : null,
      },
    },
  ]
}

function punchesOf({ punches, on }: VisitDraft, owner: string): WorksEventInput[] {
  return punches.map(({ id, label, severity, dueInDays, photoId, pin }) => ({
    id,
    kind: 'punch-item' as const,
    happenedOn: on,
    payload: {
      note: '',
      nature: 'reserve',
      label: label.trim(),
      severity,
      owner,
      dueOn: addDays(on, dueInDays),
      pin: photoId && pin ? { photoId, ...pin } : null,
    },
    photoIds: photoId ? [photoId] : [],
  }))
}

/** «12,5» → 12.5; null where nothing, or no amount of rain, was typed. */
export function readMillimetres(typed: string): number | null {
  const value = Number(typed.trim().replace(',', '.'))
  return typed.trim() !== '' && value >= 0 && value <= 1000 ? value : null
}

export interface VisitRefusal {
  readonly event: WorksEventInput
  readonly refusal: WorksRefusal
}

/** What the server would refuse, judged by its own rules on what the device knows: each event after those before it. */
export function judgeVisit(
  { contract, events }: Pick<WorksFile, 'contract' | 'events'>,
  visit: readonly WorksEventInput[],
  by: { readonly accountId: string | null; readonly today: Day },
): VisitRefusal[] {
  const known: AnyWorksEvent[] = [...events]
  const refusals: VisitRefusal[] = []
  for (const event of visit) {
    const draft = { ...event, replaces: null, about: event.about ?? null } as unknown as AnyWorksEvent
    const recording = { by: by.accountId, today: by.today, photoIds: event.photoIds ?? [] }
    const refused = refuseEvent(contract, known, draft, recording)
    refusals.push(...refused.map((refusal) => ({ event, refusal })))
    if (refused.length === 0) known.push(recordedAs(draft, contract.id, by.accountId, known))
  }
  return refusals
}

/** As if it were recorded now, for the events that follow it. */
function recordedAs(
  draft: AnyWorksEvent,
  contractId: string,
  recordedBy: string | null,
  known: readonly AnyWorksEvent[],
): AnyWorksEvent {
  const ordinal = known.reduce((last, event) => Math.max(last, event.ordinal), 0) + 1
  return { ...draft, contractId, recordedBy, ordinal, recordedAt: new Date().toISOString() }
}
