import type { WorksEventInput } from '@borne/api/contracts/works'
import type { Instant } from '@borne/geodata/works/types'
import type { InspectionDraft } from './inspection-draft.ts'
import type { VisitDraft } from './visit-draft.ts'

export type KeptDraft = VisitDraft | InspectionDraft

/** What was noted on a site, as the device keeps it until the server has it. */
export interface Kept<Draft extends KeptDraft = KeptDraft> {
  readonly draft: Draft
  /** What is sent of it; empty while it is still being noted. */
  readonly events: WorksEventInput[]
  /** When it was sent off; null: still being noted. */
  readonly waitsSince: Instant | null
  /** Why the server did not take it; it waits for the person. */
  readonly refusal: string | null
}
export type KeptVisit = Kept<VisitDraft>
export type KeptInspection = Kept<InspectionDraft>

/** Under which a draft is kept: that of the event that it will be. */
export function draftId(draft: KeptDraft): string {
  return 'inspectionId' in draft ? draft.inspectionId : draft.reportId
}

export function isInspection(kept: Kept): kept is KeptInspection {
  return 'inspectionId' in kept.draft
}

export function isVisit(kept: Kept): kept is KeptVisit {
  return !isInspection(kept)
}

/** Still being noted, or sent back by the server: what a person goes on with. */
export function isOpen({ waitsSince, refusal }: Kept): boolean {
  return waitsSince === null || refusal !== null
}

const NAME = 'borne.visits'
const DRAFTS = 'visits'
const PHOTOS = 'photos'

let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore(DRAFTS)
      request.result.createObjectStore(PHOTOS)
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opened
}

async function ask<T>(
  name: typeof DRAFTS | typeof PHOTOS,
  mode: IDBTransactionMode,
  question: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode, { durability: 'strict' })
    const request = question(transaction.objectStore(name))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = () => reject(transaction.error ?? request.error)
  })
}

export function readKept(): Promise<Kept[]> {
  return ask<Kept[]>(DRAFTS, 'readonly', (store) => store.getAll())
}

export async function writeKept(kept: Kept): Promise<void> {
  await ask(DRAFTS, 'readwrite', (store) => store.put(kept, draftId(kept.draft)))
}

/** A draft and its photos: the server has them, or the person does not want them. */
export async function removeKept(draft: KeptDraft): Promise<void> {
  await ask(DRAFTS, 'readwrite', (store) => store.delete(draftId(draft)))
  for (const { id } of draft.photos) await removePhoto(id)
}

export async function writePhoto(id: string, file: Blob): Promise<void> {
  await ask(PHOTOS, 'readwrite', (store) => store.put(file, id))
}

export function readPhoto(id: string): Promise<Blob | undefined> {
  return ask<Blob | undefined>(PHOTOS, 'readonly', (store) => store.get(id))
}

export async function removePhoto(id: string): Promise<void> {
  await ask(PHOTOS, 'readwrite', (store) => store.delete(id))
}
