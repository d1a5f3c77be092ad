import { refuseEvent, type WorksEventDraft } from '@borne/geodata/works/refuse-event'
import type { AnyWorksEvent } from '@borne/geodata/works/types'
import type { z } from 'zod'
import type { Caller } from '../../platform/access/caller.ts'
import { checkText } from '../../platform/check-text.ts'
import type { Db } from '../../platform/db.ts'
import { type FieldError, type FieldRefusal, problem } from '../../platform/problems.ts'
import { getContract } from './change-contract.ts'
import type { RecordedEvents } from './contract.ts'
import { PAYLOADS, type WorksEventInput } from './event-contract.ts'
import {
  type EventToInsert,
  findEvents,
  findEventsById,
  findPhotos,
  insertEvents,
  type StatedEvent,
} from './event-queries.ts'
import { lockContract, type StoredContract } from './queries.ts'
import { refreshSummary } from './refresh-summary.ts'
import { tellRefusals } from './tell-refusals.ts'

type Given = z.output<typeof WorksEventInput>

/** What whoever does not manage the works may record. */
const PROPOSED: readonly AnyWorksEvent['kind'][] = ['progress-report', 'punch-corrected']
const DECISIONS: readonly AnyWorksEvent['kind'][] = ['report-validated', 'report-rejected']

/**
 * Records what happened on a contract: all of it, or nothing. Each event is judged with those before it in the list. What is
 * recorded already under the same id, and says the same, is answered again.
 *
 * @throws problem `works-refused` with every rule that is not met, by field and row.
 */
export function recordEvents(
  { db, caller }: { readonly db: Db; readonly caller: Caller },
  contractId: string,
  given: readonly Given[],
): Promise<RecordedEvents & { readonly isNew: boolean }> {
  const stated = readPayloads(given)
  return db.transaction(async () => {
    await lockContract(db, contractId)
    const contract = await getContract(db, contractId)
    const missing = await leaveOutKnown(db, contractId, stated)
    if (missing.length > 0) await addEvents({ db, caller }, contract, missing)
    const ids = stated.map(({ id }) => id)
    const events = await findEventsById(db, ids)
    return { events, isNew: missing.length > 0 }
  })
}

async function addEvents(
  { db, caller }: { readonly db: Db; readonly caller: Caller },
  contract: StoredContract,
  missing: readonly Placed[],
): Promise<void> {
  if (contract.isArchived) throw problem('works-archived', { reference: contract.reference })
  const isManager = caller.permissions.includes('works.manage')
  if (!isManager && missing.some(({ kind }) => !PROPOSED.includes(kind)))
    throw problem('works-event-kind-reserved')
  await checkPhotos(db, contract.id, missing)
  const known = await findEvents(db, contract.id)
  const judged = judge(contract, known, { missing, by: caller.accountId })
  await insertEvents(db, { contractId: contract.id, by: caller.accountId }, judged).catch(tellRace)
  await refreshSummary(db, contract)
}

/** A stated event with its place in the request, from 0. */
interface Placed extends StatedEvent {
  readonly index: number
}

/** Reads each payload by the schema of its kind. @throws problem `validation-failed` with the places in the request. */
function readPayloads(given: readonly Given[]): Placed[] {
  const errors: FieldError[] = []
  const stated = given.map((event, index) => {
    const read = PAYLOADS[event.kind].safeParse(event.payload)
    for (const { path, code, message } of read.error?.issues ?? [])
      errors.push({ field: ['events', index, 'payload', ...path].join('.'), code, message })
    return { ...event, index, payload: read.data } as Placed
  })
  if (errors.length > 0) {
    const fields = [...new Set(errors.map(({ field }) => field))].join(', ')
    throw problem('validation-failed', { fields }, { errors })
  }
  for (const { payload } of stated) checkText(payload)
  return stated
}

/** What is not recorded yet. @throws problem `works-event-id-taken` where an id stands for something else. */
async function leaveOutKnown(db: Db, contractId: string, stated: readonly Placed[]): Promise<Placed[]> {
  const known = await findEventsById(
    db,
    stated.map(({ id }) => id),
  )
  return stated.filter((event, index) => {
    const repeated = stated.findIndex(({ id }) => id === event.id)
    const same = known.find(({ id }) => id === event.id)
    const isTaken = same && (same.contractId !== contractId || fingerprint(same) !== fingerprint(event))
    if (isTaken || repeated !== index)
      throw problem('works-event-id-taken', { eventId: event.id }, { field: `events.${index}.id` })
    return !same
  })
}

function fingerprint({ kind, happenedOn, replaces, about, payload, photoIds }: StatedEvent): string {
  return JSON.stringify([kind, happenedOn, replaces, about, sortKeys(payload), [...photoIds].sort()])
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, one]) => [key, sortKeys(one)]))
}

/** Photos that an event shows or is pinned on are of its contract. */
async function checkPhotos(db: Db, contractId: string, events: readonly Placed[]): Promise<void> {
  const named = events.flatMap(({ index, photoIds, kind, payload }) => [
    ...photoIds.map((photoId) => ({ photoId, field: `events.${index}.photoIds` })),
    ...(kind === 'punch-item' && 'pin' in payload && payload.pin
      ? [{ photoId: payload.pin.photoId, field: `events.${index}.payload.pin.photoId` }]
      : []),
  ])
  if (named.length === 0) return
  const known = new Set((await findPhotos(db, contractId)).map(({ id }) => id))
  const unknown = named.find(({ photoId }) => !known.has(photoId))
  if (unknown) throw problem('works-photo-unknown', { photoId: unknown.photoId }, { field: unknown.field })
}

/** Judges one after the other, each as if those before it were recorded. */
function judge(
  contract: StoredContract,
  known: readonly AnyWorksEvent[],
  { missing, by }: { missing: readonly Placed[]; by: string },
): EventToInsert[] {
  const today = new Date().toISOString().slice(0, 10)
  const events = [...known]
  const refusals: FieldRefusal[] = []
  const judged = missing.map(({ index, ...stated }): EventToInsert => {
    const found = refuseEvent(contract, events, stated as WorksEventDraft, {
      by,
      today,
      photoIds: stated.photoIds,
    })
    refusals.push(...tellRefusals(found, { currency: contract.currency, path: `events.${index}` }))
    const round = DECISIONS.includes(stated.kind)
      ? events.filter(({ kind, about }) => DECISIONS.includes(kind) && about === stated.about).length
      : 0
    const ordinal = (events.at(-1)?.ordinal ?? 0) + 1
    const recordedAt = new Date().toISOString()
    events.push({ ...stated, contractId: contract.id, ordinal, recordedAt, recordedBy: by } as AnyWorksEvent)
    return { ...stated, round }
  })
  if (refusals.length > 0 && refusals.every(({ code }) => code === 'works-already-decided'))
    throw problem('works-report-decided', {}, { refusals })
  if (refusals.length > 0) throw problem('works-refused', {}, { refusals })
  return judged
}

const UNIQUE_VIOLATION = '23505'

/** What the lock lets through, the indexes decide. */
function tellRace(error: unknown): never {
  const { code, constraint } = error as { code?: string; constraint?: string }
  if (code === UNIQUE_VIOLATION && constraint === 'works_event_decision')
    throw problem('works-report-decided', {}, { cause: error })
  if (code === UNIQUE_VIOLATION && constraint === 'works_event_pkey')
    throw problem('works-event-id-taken', { eventId: '—' }, { cause: error })
  throw error
}
