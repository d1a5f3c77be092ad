import type { Checklist, WorksEventInput, WorksFile } from '@borne/api/contracts/works'
import type { Instant, WorksPayloads } from '@borne/geodata/works/types'
import type { VisitPhoto } from './visit-draft.ts'

type Inspection = WorksPayloads['inspection']
export type InspectionResult = Inspection['answers'][number]['result']
export const RESULTS = [
  'conforming',
  'nonconforming',
  'not-applicable',
] as const satisfies readonly InspectionResult[]

/** What is answered of one point of a checklist. */
export interface AnswerDraft {
  /** Null while nothing was tapped. */
  readonly result: InspectionResult | null
  readonly note: string
  readonly photoIds: readonly string[]
  /** Of the réserve that a nonconforming point opens; null: none is opened. */
  readonly punch: {
    readonly severity: WorksPayloads['punch-item']['severity']
    readonly dueOn: string
  } | null
}

/** A point that fails is followed up, unless one decides otherwise. */
export const NO_ANSWER: AnswerDraft = {
  result: null,
  note: '',
  photoIds: [],
  punch: { severity: 'major', dueOn: '' },
}

/** An inspection as it is being noted, on one device by one account. */
export interface InspectionDraft {
  /** Of the event that it will be: chosen here, so that sending it twice records it once. */
  readonly inspectionId: string
  readonly contractId: string
  /** What the person calls it, for the place where what waits is listed. */
  readonly title: string
  readonly accountId: string
  readonly startedAt: Instant
  /** Taken for it and kept on the device until they are sent. */
  readonly photos: readonly VisitPhoto[]
  /** As it was when it was chosen: it is answered without a network too. */
  readonly checklist: Checklist
  /** By the ids of the points. */
  readonly answers: Readonly<Record<string, AnswerDraft>>
  readonly on: string
  readonly note: string
  /** Of the whole; those of the points are added. */
  readonly photoIds: readonly string[]
  /** Who mends what is nonconforming: a function or a firm. */
  readonly owner: string
}

export function newInspection(
  { id, title, contractor }: Pick<WorksFile['contract'], 'id' | 'title' | 'contractor'>,
  checklist: Checklist,
  accountId: string,
  now: Date,
): InspectionDraft {
  return {
    inspectionId: crypto.randomUUID(),
    contractId: id,
    title,
    accountId,
    startedAt: now.toISOString(),
    photos: [],
    checklist,
    answers: {},
    // Mauritania's clock is that of Greenwich.
    on: now.toISOString().slice(0, 10),
    note: '',
    photoIds: [],
    owner: contractor?.name ?? '',
  }
}

/** The ids of the points that wait for an answer, in their order. */
export function unanswered({ checklist, answers }: Pick<InspectionDraft, 'checklist' | 'answers'>): string[] {
  return checklist.items.flatMap(({ id }) => ((answers[id]?.result ?? null) === null ? [id] : []))
}

/**
 * The events of an inspection, in one sending: the inspection itself, then a nonconformity about it for each nonconforming point that is
 * to be followed up.
 *
 * @param language In which the points are written into the nonconformities.
 */
export function eventsOfInspection(draft: InspectionDraft, language: 'fr' | 'en'): WorksEventInput[] {
  const { checklist, on } = draft
  const told = checklist.items.flatMap((item) => {
    const answer = draft.answers[item.id]
    return answer?.result ? [{ ...answer, item, result: answer.result }] : []
  })
  const inspection: WorksEventInput = {
    id: draft.inspectionId,
    kind: 'inspection',
    happenedOn: on,
    payload: {
      note: draft.note.trim(),
      checklistId: checklist.id,
      answers: told.map(({ item, result, note }) => ({ itemId: item.id, result, note: note.trim() })),
    },
    photoIds: [...new Set([...draft.photoIds, ...told.flatMap(({ photoIds }) => photoIds)])],
  }
  const punches = told.flatMap(({ item, result, note, punch, photoIds }): WorksEventInput[] =>
    result === 'nonconforming' && punch
      ? [
          {
            id: crypto.randomUUID(),
            kind: 'punch-item',
            happenedOn: on,
            about: draft.inspectionId,
            payload: {
              nature: 'nonconformity',
              label: item[language],
              severity: punch.severity,
              owner: draft.owner.trim(),
              dueOn: punch.dueOn || null,
              pin: null,
              note: note.trim(),
            },
            photoIds: [...photoIds],
          },
        ]
      : [],
  )
  return [inspection, ...punches]
}

/** How many points came out how. */
export function countResults(answers: Inspection['answers']): Record<InspectionResult, number> {
  const counts = { conforming: 0, nonconforming: 0, 'not-applicable': 0 }
  for (const { result } of answers) counts[result] += 1
  return counts
}
